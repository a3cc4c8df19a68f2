package org.mailstation.acceptance.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImapTalkTest {
    private static final String HELLO = "* OK ready\r\n";
    private static final String SIGNED_IN = "* CAPABILITY IMAP4rev1\r\na1 OK in\r\n";

    private static ImapTalk open(Script script) throws Exception {
        return ImapTalk.open(script.door(), "127.0.0.1", "anna", "secret word");
    }

    @Test
    void signing_in_quotes_the_password() throws Exception {
        try (Script script = new Script(HELLO, SIGNED_IN, "a2 OK bye\r\n")) {
            open(script).close();
            assertThat(script.heard())
                    .containsExactly("a1 LOGIN anna \"secret word\"", "a2 LOGOUT");
        }
    }

    @Test
    void what_stands_in_a_literal_is_never_taken_for_an_answer() throws Exception {
        String letters =
                "* 1 FETCH (BODY[] {14}\r\na2 OK not me\r\n)\r\n"
                        + "* 2 FETCH (BODY[] {3}\r\nabc)\r\na2 OK done\r\n";
        try (Script script = new Script(HELLO, SIGNED_IN, letters, "a3 OK bye\r\n")) {
            try (ImapTalk imap = open(script)) {
                assertThat(imap.count("FETCH 1:2 (BODY.PEEK[])"))
                        .isEqualTo(new ImapTalk.Tally(2, 17));
            }
        }
    }

    @Test
    void a_letter_goes_out_with_its_length_before_it() throws Exception {
        try (Script script = new Script(HELLO, SIGNED_IN, "", "", "a2 OK\r\n", "a3 OK\r\n")) {
            try (ImapTalk imap = open(script)) {
                imap.append("Sent", "Hello\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(script.heard())
                    .containsSequence("a2 APPEND Sent {7+}", "Hello", "", "a3 LOGOUT");
        }
    }

    @Test
    void the_number_of_letters_is_read_from_the_status() throws Exception {
        String status = "* 3 EXISTS\r\n* STATUS INBOX (MESSAGES 42)\r\na2 OK done\r\n";
        try (Script script = new Script(HELLO, SIGNED_IN, status, "a3 OK bye\r\n")) {
            try (ImapTalk imap = open(script)) {
                assertThat(imap.messages("INBOX")).isEqualTo(42);
            }
        }
    }

    @Test
    void a_refused_command_ends_the_benchmark_and_is_named() throws Exception {
        try (Script script = new Script(HELLO, SIGNED_IN, "a2 NO no such box\r\n")) {
            ImapTalk imap = open(script);
            assertThatThrownBy(() -> imap.ask("SELECT Nowhere"))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("SELECT")
                    .hasMessageContaining("no such box");
        }
    }

    @Test
    void a_refused_password_does_not_stand_in_the_message() throws Exception {
        try (Script script = new Script(HELLO, "a1 NO wrong\r\n")) {
            assertThatThrownBy(() -> open(script)).message().doesNotContain("secret word");
        }
    }

    @Test
    void news_is_awaited_until_the_wanted_number_is_told() throws Exception {
        String news = "* 4 EXISTS\r\n* 1 RECENT\r\n* 5 EXISTS\r\n";
        try (Script script =
                new Script(HELLO, SIGNED_IN, "+ idling\r\n" + news, "a2 OK\r\n", "a3 OK\r\n")) {
            try (ImapTalk imap = open(script)) {
                imap.idle();
                imap.awaitExists(5);
                imap.done();
            }
            assertThat(script.heard()).contains("a2 IDLE", "DONE", "a3 LOGOUT");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "* 1 FETCH (BODY[] {1234}, 1234",
        "* 1 FETCH (FLAGS ()), 0",
        "a1 OK {done}., 0",
        "{0}, 0"
    })
    void the_length_of_a_literal_stands_at_the_end_of_its_line(String line, long octets) {
        assertThat(ImapTalk.literal(line)).isEqualTo(octets);
    }

    @Test
    void letters_are_read_with_what_is_told_about_them_before_and_behind() throws Exception {
        String letters =
                "* 1 FETCH (BODY[] {5}\r\na2 OK FLAGS (\\Seen))\r\n"
                        + "* 2 FETCH (FLAGS () BODY[] {3}\r\nabc)\r\na2 OK done\r\n";
        List<String> read = new ArrayList<>();
        try (Script script = new Script(HELLO, SIGNED_IN, letters, "a3 OK bye\r\n")) {
            try (ImapTalk imap = open(script)) {
                imap.read(
                        "FETCH 1:2 (FLAGS BODY.PEEK[])",
                        (text, octets) ->
                                read.add(
                                        text
                                                + "|"
                                                + new String(octets, StandardCharsets.US_ASCII)));
            }
        }
        assertThat(read)
                .containsExactly(
                        "* 1 FETCH (BODY[] {5} FLAGS (\\Seen))|a2 OK",
                        "* 2 FETCH (FLAGS () BODY[] {3})|abc");
    }
}
