package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.config.Service;

/** Names of folders that are none are refused in words, and the connection goes on. */
@Timeout(60)
class ImapNamesTest extends AnnasMailbox {
    /** The answer, without the lines before it. */
    private String answer(String tag) throws IOException {
        String line = client.line();
        while (line != null && !line.startsWith(tag + " ") && !line.startsWith("* BYE")) {
            line = client.line();
        }
        return String.valueOf(line);
    }

    private String say(String command) throws IOException {
        client.raw("n1 " + command + "\r\n");
        return answer("n1");
    }

    private void goesOn() throws IOException {
        client.raw("n2 NOOP\r\n");
        assertThat(answer("n2")).startsWith("n2 OK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE &",
                "CREATE \"x&\"",
                "CREATE \"#private.&\"",
                "CREATE {1+}\r\n&",
                "SELECT &",
                "STATUS & (MESSAGES)",
                "DELETE &",
                "SUBSCRIBE &",
                "LIST & *",
                "RENAME & x",
                "RENAME INBOX &",
                "GETQUOTAROOT &",
                "GETACL &",
                "MYRIGHTS &"
            })
    void a_name_that_is_no_modified_utf7_is_a_mistake(String command) throws IOException {
        assertThat(say(command)).startsWith("n1 BAD").contains("UTF-7");
        goesOn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIST \"\" &", "LSUB \"\" &", "LIST \"\" x&*"})
    void a_pattern_that_is_none_is_refused(String command) throws IOException {
        assertThat(say(command)).matches("n1 (NO|BAD) .*");
        goesOn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"#private\"", "\"#private.\"", "\"#private..\"", "\".\"", "\"\""})
    void a_folder_without_a_name_is_not_made(String name) throws IOException {
        assertThat(say("CREATE " + name)).matches("n1 (NO|BAD) .*");
        goesOn();
    }

    /** What is in the letter would be taken for commands. */
    @Test
    void a_letter_for_a_name_that_cannot_be_read_ends_the_connection() throws IOException {
        assertThat(say("APPEND & {17+}\r\nn1 CREATE hidden\r\n")).startsWith("* BYE");
        assertThat(client.line()).isNull();
        try (LineClient again = station.imap("anna@home.test")) {
            assertThat(again.ask("n3 LIST \"\" hidden")).startsWith("n3 OK");
        }
    }

    @Test
    void nobody_but_who_has_signed_in_is_told_more() throws IOException {
        try (LineClient stranger = station.connect(Service.IMAPS)) {
            stranger.line();
            assertThat(stranger.ask("n1 CREATE &")).matches("n1 (NO|BAD) .*");
        }
    }
}
