package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Service;
import org.mailstation.config.Storage;
import org.mailstation.control.StationEvent;

class IncomingLettersTest {
    private static final String BODY =
            "From: Bob <bob@away.example>\r\nSubject: hello\r\n\r\n.a dot\r\n..two dots\r\numlaut \u00fc\r\n";
    private static final String BODY_SAVED = "Subject: saved\r\n\r\nfor later\r\n";
    private static final Configs CONFIGS =
            Configs.station("home.test", "anna", "ben")
                    .alias("family@home.test", "anna@home.test", "ben@home.test")
                    .alias("circle@home.test", "round@home.test", "ben@home.test")
                    .alias("round@home.test", "circle@home.test");

    @TempDir Path folder;
    private TestStation station;

    @BeforeEach
    void start() throws Exception {
        station = TestStation.running(folder, CONFIGS);
    }

    @AfterEach
    void stop() {
        station.close();
    }

    private String deliver(String to, String letter) throws Exception {
        try (LineClient client = station.smtp()) {
            return TestStation.send(client, "bob@away.example", List.of(to), letter);
        }
    }

    @Test
    void a_delivered_letter_is_read_over_imaps_and_pop3s_with_the_same_bytes() throws Exception {
        assertThat(deliver("anna@home.test", BODY)).startsWith("250 2.0.0");

        List<String> byImap = station.inbox("anna@home.test");
        assertThat(byImap).hasSize(1);
        assertThat(byImap.getFirst())
                .startsWith("Return-Path: <bob@away.example>\r\nReceived: from client.example");
        assertThat(byImap.getFirst()).endsWith(BODY);
        assertThat(byPop3("anna@home.test")).isEqualTo(byImap.getFirst());
        assertThat(station.events)
                .anyMatch(
                        event ->
                                event instanceof StationEvent.LetterDelivered delivered
                                        && delivered.mailbox().equals("anna@home.test")
                                        && delivered.from().equals("bob@away.example"));
    }

    @Test
    void the_usual_folders_are_there_though_the_first_letter_came_before_the_first_login()
            throws Exception {
        deliver("anna@home.test", BODY);

        try (LineClient anna = station.imap("anna@home.test")) {
            String folders = String.join(" ", anna.imap("LSUB \"\" \"*\""));
            assertThat(folders).contains("Sent", "Drafts", "Trash", "Spam", "Archive");
        }
    }

    @Test
    void a_letter_of_many_pieces_is_the_same_over_pop3() throws Exception {
        String letter = "Subject: long\r\n\r\n" + ".a line\r\n".repeat(40_000);
        deliver("anna@home.test", letter);

        assertThat(byPop3("anna@home.test")).endsWith(letter);
    }

    private String byPop3(String user) throws Exception {
        try (LineClient client = station.connect(Service.POP3S)) {
            assertThat(client.line()).startsWith("+OK");
            assertThat(client.ask("USER " + user)).startsWith("+OK");
            assertThat(client.ask("PASS " + TestStation.PASSWORD)).startsWith("+OK");
            assertThat(client.ask("RETR 1")).startsWith("+OK");
            return client.multiline();
        }
    }

    @Test
    void the_trace_line_names_client_protocol_and_the_only_recipient() throws Exception {
        deliver("anna@home.test", BODY);

        assertThat(station.inbox("anna@home.test").getFirst())
                .containsPattern(
                        "Received: from client.example \\(\\[127\\.0\\.0\\.1]\\)\r\n"
                                + "\tby mail.home.test with ESMTP id [a-z0-9-]+\r\n\tfor <anna@home.test>;\r\n\t[A-Z]");
    }

    @Test
    void a_return_path_that_came_along_is_removed() throws Exception {
        deliver("anna@home.test", "Return-Path: <evil@away.example>\r\n" + BODY);

        assertThat(station.inbox("anna@home.test").getFirst())
                .doesNotContain("evil")
                .endsWith(BODY);
    }

    @Test
    void an_alias_reaches_everybody_behind_it() throws Exception {
        assertThat(deliver("family@home.test", BODY)).startsWith("250");

        assertThat(station.inbox("anna@home.test")).hasSize(1);
        assertThat(station.inbox("ben@home.test")).hasSize(1);
    }

    @Test
    void a_person_behind_several_recipients_gets_one_copy() throws Exception {
        try (LineClient client = station.smtp()) {
            TestStation.send(
                    client,
                    "bob@away.example",
                    List.of("family@home.test", "anna@home.test"),
                    BODY);
        }

        assertThat(station.inbox("anna@home.test")).hasSize(1);
    }

    @Test
    void a_circle_of_aliases_ends() throws Exception {
        assertThat(deliver("circle@home.test", BODY)).startsWith("250");

        assertThat(station.inbox("ben@home.test")).hasSize(1);
    }

    @Test
    void the_postmaster_is_always_there_with_and_without_a_domain() throws Exception {
        assertThat(deliver("postmaster", BODY)).startsWith("250");
        assertThat(deliver("PostMaster@home.test", BODY)).startsWith("250");

        assertThat(station.inbox("anna@home.test")).hasSize(2);
    }

    @Test
    void a_quoted_name_is_the_same_mailbox() throws Exception {
        assertThat(deliver("\"anna\"@home.test", BODY)).startsWith("250");
        assertThat(deliver("\"an\\na\"@HOME.test", BODY)).startsWith("250");

        assertThat(station.inbox("anna@home.test")).hasSize(2);
    }

    @Test
    void a_letter_that_has_passed_too_many_servers_is_refused() throws Exception {
        String looped = "Received: by x.example; now\r\n".repeat(51) + BODY;

        assertThat(deliver("anna@home.test", looped)).startsWith("554 5.4.6");
    }

    @Test
    void a_letter_too_deep_for_any_parser_is_still_delivered() throws Exception {
        StringBuilder deep = new StringBuilder("Subject: deep\r\nMIME-Version: 1.0\r\n");
        for (int i = 0; i < 3000; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        deep.append("\r\nthe end\r\n");

        assertThat(deliver("anna@home.test", deep.toString())).startsWith("250");
        assertThat(station.inbox("anna@home.test").getFirst()).endsWith("the end\r\n");
    }

    @Test
    void a_large_letter_comes_through_whole() throws Exception {
        String large = BODY + "0123456789abcdef\r\n".repeat(40_000);

        assertThat(deliver("anna@home.test", large)).startsWith("250");
        assertThat(station.inbox("anna@home.test").getFirst()).endsWith(large);
    }

    @Test
    void a_letter_that_the_client_did_not_end_is_dropped() throws Exception {
        try (LineClient client = station.smtp()) {
            client.smtp("MAIL FROM:<bob@away.example>");
            client.smtp("RCPT TO:<anna@home.test>");
            client.smtp("DATA");
            client.raw(BODY);
        }
        deliver("ben@home.test", BODY);

        assertThat(station.inbox("ben@home.test")).hasSize(1);
        assertThat(station.inbox("anna@home.test")).isEmpty();
    }

    @Test
    void letters_are_still_there_after_a_restart() throws Exception {
        deliver("anna@home.test", BODY);

        station.restart(CONFIGS);

        assertThat(station.inbox("anna@home.test")).singleElement().asString().endsWith(BODY);
    }

    @Test
    void a_full_disk_is_said_in_time_and_heals_by_itself() throws Exception {
        station.apply(CONFIGS.storage(new Storage(5, 100)));
        station.world.freeBytes.set(100_000_000);
        assertThat(deliver("anna@home.test", BODY)).startsWith("452 4.3.1");

        station.world.freeBytes.set(200_000_000);
        assertThat(deliver("anna@home.test", BODY)).startsWith("250");
    }

    @Test
    void a_program_that_saves_a_letter_on_a_full_disk_is_told_to_try_again_later()
            throws Exception {
        station.apply(CONFIGS.storage(new Storage(5, 100)));
        try (LineClient client = station.imap("anna@home.test")) {
            client.imap("SELECT INBOX");
            station.world.freeBytes.set(100_000_000);
            assertThat(append(client)).startsWith("t1 NO [UNAVAILABLE] The disk is full");

            station.world.freeBytes.set(200_000_000);
            assertThat(append(client)).startsWith("t1 OK");
        }
        assertThat(station.inbox("anna@home.test")).containsExactly(BODY_SAVED);
    }

    private static String append(LineClient client) throws Exception {
        return client.imap("APPEND INBOX {" + BODY_SAVED.length() + "}\r\n" + BODY_SAVED).getLast();
    }
}
