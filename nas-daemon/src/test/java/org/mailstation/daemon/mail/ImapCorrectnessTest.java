package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Service;

/** What was seen wrong in IMAP servers, and must be right in ours. */
class ImapCorrectnessTest {
    private static final String ANNA = "anna@home.test";

    @TempDir Path data;
    private TestStation station;
    private LineClient anna;

    @BeforeEach
    void start() throws Exception {
        station = TestStation.running(data, Configs.station("home.test", "anna"));
        anna = station.imap(ANNA);
    }

    @AfterEach
    void stop() throws IOException {
        anna.close();
        station.close();
    }

    private void deliver(String from) throws IOException {
        try (LineClient client = station.smtp()) {
            String letter = "From: " + from + "\r\nSubject: Hello\r\n\r\nHello\r\n";
            assertThat(TestStation.send(client, "bob@away.test", List.of(ANNA), letter))
                    .startsWith("250");
        }
    }

    private String last(String command) throws IOException {
        return anna.imap(command).getLast();
    }

    @Test
    void a_mailbox_of_an_unknown_namespace_does_not_exist() throws IOException {
        assertThat(last("SELECT \"#user.x\"")).startsWith("t1 NO");
        assertThat(last("STATUS \"#nobody.x.y\" (MESSAGES)")).startsWith("t1 NO");
        assertThat(last("NOOP")).startsWith("t1 OK");
    }

    @Test
    void looking_at_a_mailbox_with_examine_marks_nothing_as_read() throws IOException {
        deliver("bob@away.test");
        anna.imap("EXAMINE INBOX");

        anna.imap("FETCH 1 BODY[]");
        anna.imap("UID FETCH 1 (RFC822)");

        assertThat(anna.imap("FETCH 1 FLAGS")).noneMatch(line -> line.contains("\\Seen"));
        assertThat(anna.imap("STATUS INBOX (UNSEEN)")).anyMatch(line -> line.contains("UNSEEN 1"));
    }

    @Test
    void a_mailbox_opened_with_examine_is_not_changed() throws IOException {
        deliver("bob@away.test");
        anna.imap("SELECT INBOX");
        anna.imap("STORE 1 +FLAGS (\\Deleted)");
        anna.imap("EXAMINE INBOX");

        assertThat(last("STORE 1 +FLAGS (\\Flagged)")).startsWith("t1 NO");
        assertThat(last("EXPUNGE")).startsWith("t1 NO");
        assertThat(last("CLOSE")).startsWith("t1 OK");
        assertThat(anna.imap("SELECT INBOX")).contains("* 1 EXISTS");
        assertThat(last("STORE 1 -FLAGS (\\Deleted)")).startsWith("t1 OK");
    }

    @Test
    void a_display_name_is_shown_as_it_was_written() throws IOException {
        deliver("\"Bob \\\"The Brush\\\" O\\\\Neil\" <bob@away.test>");
        anna.imap("SELECT INBOX");

        assertThat(String.join("\n", anna.imap("FETCH 1 ENVELOPE")))
                .contains("((\"Bob \\\"The Brush\\\" O\\\\Neil\" NIL \"bob\" \"away.test\"))");
    }

    @Test
    void a_section_that_is_not_closed_is_a_mistake() throws IOException {
        deliver("bob@away.test");
        anna.imap("SELECT INBOX");

        assertThat(last("FETCH 1 BODY[")).startsWith("t1 BAD");
        assertThat(last("FETCH 1 (BODY[HEADER")).startsWith("t1 BAD");
        assertThat(last("NOOP")).startsWith("t1 OK");
    }

    @Test
    void another_client_sees_flags_and_letters_while_it_idles() throws IOException {
        deliver("bob@away.test");
        try (LineClient idler = station.imap(ANNA)) {
            idler.imap("SELECT INBOX");
            assertThat(idler.ask("t1 IDLE")).startsWith("+");
            anna.imap("SELECT INBOX");
            anna.imap("STORE 1 +FLAGS (\\Flagged)");

            assertThat(idler.line()).startsWith("* 1 FETCH").contains("\\Flagged");
            deliver("bob@away.test");
            assertThat(idler.line()).isEqualTo("* 2 EXISTS");
        }
    }

    @Test
    void a_client_may_say_who_it_is_with_nothing_in_it() throws IOException {
        assertThat(last("ID (\"name\" \"x\" \"os\" NIL)")).startsWith("t1 OK");
        assertThat(last("ID NIL")).startsWith("t1 OK");
        assertThat(last("ID (\"name\" \"x\")")).startsWith("t1 OK");
    }

    @Test
    void what_is_done_in_part_only_is_not_announced() throws IOException {
        assertThat(anna.imap("CAPABILITY").getFirst())
                .doesNotContain("LIST-EXTENDED", "LIST-STATUS", "LIST-MYRIGHTS")
                .contains(" SPECIAL-USE", " MOVE", " METADATA");
    }

    @Test
    void a_list_of_one_pattern_tells_of_children() throws IOException {
        anna.imap("CREATE Work");
        anna.imap("CREATE Work.Bills");

        assertThat(anna.imap("LIST \"\" \"Work%\""))
                .anyMatch(line -> line.contains("\\HasChildren") && line.contains("\"Work\""));
    }

    @Test
    void a_plain_list_tells_what_the_folders_are_for() throws IOException {
        assertThat(anna.imap("LIST \"\" \"*\""))
                .anyMatch(line -> line.contains("\\Sent") && line.contains("\"Sent\""))
                .anyMatch(line -> line.contains("\\Drafts") && line.contains("\"Drafts\""))
                .anyMatch(line -> line.contains("\\Trash") && line.contains("\"Trash\""))
                .anyMatch(line -> line.contains("\\Archive") && line.contains("\"Archive\""))
                .anyMatch(line -> line.contains("\\Junk") && line.contains("\"Spam\""));
    }

    @Test
    void changes_since_a_number_are_found_and_guarded() throws IOException {
        deliver("bob@away.test");
        deliver("bob@away.test");
        assertThat(anna.imap("CAPABILITY").getFirst()).contains(" CONDSTORE").contains(" ENABLE");
        assertThat(anna.imap("SELECT INBOX (CONDSTORE)"))
                .anyMatch(line -> line.startsWith("* OK [HIGHESTMODSEQ "));
        long before = modSeq(anna.imap("FETCH 2 (MODSEQ)"));
        anna.imap("STORE 1 +FLAGS (\\Flagged)");

        List<String> changed = anna.imap("FETCH 1:* (FLAGS) (CHANGEDSINCE " + before + ")");

        assertThat(changed).anyMatch(line -> line.startsWith("* 1 FETCH"));
        assertThat(changed).noneMatch(line -> line.startsWith("* 2 FETCH"));
        assertThat(last("STORE 1 (UNCHANGEDSINCE " + before + ") +FLAGS (\\Deleted)"))
                .contains("[MODIFIED 1]");
        assertThat(anna.imap("FETCH 1 FLAGS")).noneMatch(line -> line.contains("\\Deleted"));
    }

    private static long modSeq(List<String> answer) {
        String line =
                answer.stream().filter(one -> one.contains("MODSEQ (")).findFirst().orElseThrow();
        return Long.parseLong(line.replaceFirst(".*MODSEQ \\(([0-9]+)\\).*", "$1"));
    }

    @Test
    void the_inbox_stays() throws IOException {
        anna.imap("SELECT INBOX");

        assertThat(last("DELETE INBOX")).startsWith("t1 NO");
        assertThat(last("DELETE inbox")).startsWith("t1 NO");
        assertThat(last("STATUS INBOX (MESSAGES)")).startsWith("t1 OK");
    }

    @Test
    void each_literal_of_a_command_is_asked_for() throws IOException {
        String letter = "Subject: x\r\n\r\nx\r\n";
        assertThat(anna.ask("t1 APPEND {5}")).startsWith("+");
        assertThat(anna.ask("INBOX {" + letter.length() + "}")).startsWith("+");
        anna.raw(letter + "\r\n");

        assertThat(anna.tagged().getLast()).startsWith("t1 OK");
    }

    @Test
    void a_client_is_told_when_its_mailbox_is_deleted_under_it() throws IOException {
        anna.imap("CREATE Old");
        try (LineClient other = station.imap(ANNA)) {
            other.imap("SELECT Old");
            anna.imap("DELETE Old");

            assertThat(other.ask("t1 NOOP")).isEqualTo("* BYE Selected mailbox has been deleted");
            assertThat(other.line()).isNull();
        }
    }

    @Test
    void a_client_with_a_nonsensical_command_hears_why_it_is_cut() throws IOException {
        try (LineClient stranger = station.connect(Service.IMAPS)) {
            stranger.line();
            stranger.raw("a NONSENSE\r\n");

            assertThat(stranger.line()).isEqualTo("* BYE Unknown command.");
            assertThat(stranger.line()).isNull();
        }
    }
}
