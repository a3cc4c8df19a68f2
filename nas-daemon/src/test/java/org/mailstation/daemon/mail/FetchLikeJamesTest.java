package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.james.mailbox.MessageUid;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered from the index is what James would answer from the letters. */
class FetchLikeJamesTest {
    private static final int MUTATIONS = 80;

    private static TwoImaps imaps;
    private LineClient ours;
    private LineClient james;

    @BeforeAll
    static void fill(@TempDir Path folder) throws Exception {
        imaps = new TwoImaps(folder);
        for (byte[] letter : OddLetters.all(MUTATIONS)) {
            imaps.append(letter);
        }
        for (int octets : new int[] {32 * 1024, 32 * 1024 + 1, 300_000}) {
            imaps.append(OddLetters.ofSize(octets));
        }
        imaps.flag(2, "$Forwarded", "zebra", "Apple");
        imaps.flag(3);
        imaps.flag(5, "one");
    }

    @AfterAll
    static void end() throws Exception {
        imaps.close();
    }

    @BeforeEach
    void select() throws IOException {
        ours = imaps.ours();
        james = imaps.james();
        assertThat(ours.imap("EXAMINE INBOX")).isEqualTo(james.imap("EXAMINE INBOX"));
    }

    @AfterEach
    void leave() throws IOException {
        ours.close();
        james.close();
    }

    private void same(String command) throws IOException {
        List<String> expected = james.imap(command);
        List<String> answer = ours.imap(command);
        for (int i = 0; i < Math.min(answer.size(), expected.size()); i++) {
            assertThat(answer.get(i)).as(command + ", line " + i).isEqualTo(expected.get(i));
        }
        assertThat(answer).as(command).hasSameSizeAs(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FLAGS",
                "(UID FLAGS)",
                "FAST",
                "ALL",
                "FULL",
                "ENVELOPE",
                "BODY",
                "BODYSTRUCTURE",
                "(INTERNALDATE RFC822.SIZE)",
                "(EMAILID THREADID SAVEDATE UID)",
                "(BODYSTRUCTURE BODY ENVELOPE FLAGS)",
                "(BODY BODY.PEEK[HEADER.FIELDS (SUBJECT)])",
                "BODY.PEEK[HEADER.FIELDS (from to Cc subject DATE message-id)]",
                "BODY.PEEK[HEADER.FIELDS (X-Empty X-Blank X-Long Subject)]",
                "BODY.PEEK[HEADER.FIELDS (Nothing)]",
                "BODY.PEEK[HEADER.FIELDS.NOT (Received Subject X-Long)]",
                "(BODY.PEEK[HEADER.FIELDS (TO)] UID BODY.PEEK[HEADER.FIELDS.NOT (TO)] FLAGS)",
                "BODY.PEEK[HEADER]",
                "BODY.PEEK[]",
                "(UID BODY.PEEK[] FLAGS BODY.PEEK[HEADER.FIELDS (To)] BODY.PEEK[])",
                "(BODY BODY.PEEK[])",
                "BODY.PEEK[]<3.40>",
                "BODY.PEEK[TEXT]",
                "BODY.PEEK[HEADER.FIELDS (To)]<2.5>"
            })
    void every_letter_looks_the_same(String items) throws IOException {
        same("FETCH 1:* " + items);
        same("UID FETCH 1:* " + items); // now from what was kept
    }

    @Test
    void any_set_of_letters_is_understood_in_the_same_way() throws IOException {
        for (String set :
                List.of("1", "*", "1:3,2,7:9", "9:7", "5:*", "99999", "99998:99999", "99999:*")) {
            same("FETCH " + set + " (FLAGS UID)");
            same("UID FETCH " + set + " (FLAGS ENVELOPE)");
        }
    }

    @Test
    void changes_are_counted_in_the_same_way() throws IOException {
        for (String items : List.of("(MODSEQ)", "(FLAGS)", "(ENVELOPE BODYSTRUCTURE)")) {
            same("FETCH 1:* " + items + " (CHANGEDSINCE 60)");
            same("UID FETCH 1:* " + items + " (CHANGEDSINCE 99999)");
            same("FETCH 1:9 (MODSEQ " + items.substring(1));
        }
    }

    @Test
    void letters_that_go_and_come_meanwhile_are_told_in_the_same_way() throws Exception {
        imaps.append(
                "Subject: new\r\n\r\nx\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        imaps.inbox().delete(List.of(MessageUid.of(4)), imaps.session());
        same("FETCH 1:* (FLAGS UID)");
        same("UID FETCH 3:5 (ENVELOPE)");
        same("NOOP");
        same("FETCH 1:* (FLAGS UID)");
    }

    @Test
    void a_mailbox_without_letters_is_answered_in_the_same_way() throws IOException {
        ours.imap("CREATE Empty");
        same("SELECT Empty");
        same("FETCH 1 FLAGS");
    }

    /** Which James calls a mistake (RFC 3501 6.4.8). */
    @Test
    void uids_that_are_not_there_are_no_mistake_in_a_mailbox_without_letters() throws IOException {
        ours.imap("CREATE Empty");
        same("SELECT Empty");
        assertThat(ours.imap("UID FETCH 1:* FLAGS")).containsExactly("t1 OK FETCH completed.");
    }
}
