package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs ask for all letters by their UIDs before they know whether there is one. */
@Timeout(60)
class ImapEmptyMailboxTest extends AnnasMailbox {
    @BeforeEach
    void select() throws Exception {
        say("CREATE empty");
        assertThat(say("SELECT empty")).contains("* 0 EXISTS");
    }

    private String say(String command) throws IOException {
        client.raw("e1 " + command + "\r\n");
        StringBuilder all = new StringBuilder();
        String line = client.line();
        while (line != null) {
            all.append(line).append('\n');
            if (line.startsWith("e1 ")) {
                break;
            }
            line = client.line();
        }
        return all.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UID FETCH 1:* FLAGS",
                "UID FETCH 1:* (FLAGS INTERNALDATE BODY.PEEK[])",
                "UID FETCH * (UID ENVELOPE)",
                "UID FETCH 1:* (FLAGS) (CHANGEDSINCE 1)",
                "UID STORE 1:* +FLAGS (\\Seen)",
                "UID COPY 1:* INBOX",
                "UID MOVE 1:* INBOX",
                "UID MOVE 1 INBOX",
                "UID EXPUNGE 1:*",
                "UID SEARCH UID 1:*"
            })
    void asking_for_letters_by_uid_is_no_mistake(String command) throws IOException {
        assertThat(say(command)).contains("e1 OK").doesNotContain(" FETCH (");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"FETCH 1 FLAGS", "STORE 1 +FLAGS (\\Seen)", "COPY 1 INBOX", "MOVE 1 INBOX"})
    void a_number_that_no_letter_has_still_is(String command) throws IOException {
        assertThat(say(command)).contains("e1 BAD");
    }

    @Test
    void who_was_away_learns_which_letters_have_gone() throws IOException {
        say("ENABLE QRESYNC");
        say("SELECT empty");
        say("APPEND empty {1+}\r\nx");
        assertThat(say("NOOP") + say("STORE 1 +FLAGS (\\Deleted)") + say("EXPUNGE"))
                .contains("VANISHED");

        assertThat(say("UID FETCH 1:* (FLAGS) (CHANGEDSINCE 1 VANISHED)"))
                .contains("* VANISHED (EARLIER) 1", "e1 OK");
    }
}
