package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.config.Service;

/** Mail programs write filter rules (RFC 5804). */
class ManageSieveTest {
    private static final String ANNA = "anna@home.test";

    @TempDir private Path data;
    private TestStation station;
    private LineClient client;

    @BeforeEach
    void open() throws Exception {
        station = TestStation.running(data, Configs.station("home.test", "anna"));
        client = station.connect(Service.MANAGESIEVE);
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        station.close();
    }

    /** Everything up to the line that ends an answer. */
    private String answer() throws IOException {
        StringBuilder all = new StringBuilder();
        String line = client.line();
        while (line != null) {
            all.append(line).append('\n');
            if (line.matches("(OK|NO|BYE)\\b.*")) {
                break;
            }
            line = client.line();
        }
        return all.toString();
    }

    private String say(String command) throws IOException {
        client.raw(command + "\r\n");
        return answer();
    }

    private String signIn() throws IOException {
        answer();
        say("STARTTLS");
        client.encrypt();
        answer();
        return say(
                "AUTHENTICATE \"PLAIN\" \""
                        + LineClient.base64("\0" + ANNA + "\0" + TestStation.PASSWORD)
                        + "\"");
    }

    @Test
    void nobody_signs_in_before_tls_and_what_is_offered_is_told_again_after_it()
            throws IOException {
        assertThat(answer()).contains("\"STARTTLS\"", "\"SASL\" \"\"", "\"SIEVE\" \"fileinto ");
        assertThat(say("AUTHENTICATE \"PLAIN\" \"AGEAYg==\"")).startsWith("NO (ENCRYPT-NEEDED)");
        assertThat(say("LISTSCRIPTS")).startsWith("NO");

        assertThat(say("STARTTLS")).startsWith("OK");
        client.encrypt();

        assertThat(answer()).contains("\"SASL\" \"PLAIN\"").doesNotContain("STARTTLS");
        assertThat(say("LISTSCRIPTS")).startsWith("NO");
    }

    @Test
    void a_script_is_put_listed_activated_read_renamed_and_removed() throws IOException {
        assertThat(signIn()).startsWith("OK");
        String script = "# grüße\r\nkeep;\r\n";
        int octets = script.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;

        assertThat(say("HAVESPACE \"main\" 100")).startsWith("OK");
        client.raw("PUTSCRIPT \"main\" {" + octets + "+}\r\n");
        // the client writes each character as one octet
        client.raw(
                new String(
                        script.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.ISO_8859_1));
        client.raw("\r\n");
        assertThat(answer()).startsWith("OK");
        assertThat(say("SETACTIVE \"main\"")).startsWith("OK");
        assertThat(say("LISTSCRIPTS")).startsWith("\"main\" ACTIVE\nOK");
        assertThat(say("GETSCRIPT \"main\"")).startsWith("{" + octets + "}\n").contains("keep;");
        assertThat(say("DELETESCRIPT \"main\"")).startsWith("NO (ACTIVE)");
        assertThat(say("RENAMESCRIPT \"main\" \"other\"")).startsWith("OK");
        assertThat(say("SETACTIVE \"\"")).startsWith("OK");
        assertThat(say("DELETESCRIPT \"other\"")).startsWith("OK");
        assertThat(say("LISTSCRIPTS")).startsWith("OK");
    }

    @Test
    void a_script_that_cannot_be_understood_is_refused_with_its_line() throws IOException {
        signIn();

        assertThat(say("PUTSCRIPT \"x\" \"explode;\"")).startsWith("NO \"line 1: explode");
        assertThat(say("CHECKSCRIPT {8+}\r\nexplode;")).startsWith("NO \"line 1: explode");
        assertThat(say("CHECKSCRIPT {5+}\r\nkeep;")).startsWith("OK");
        assertThat(say("GETSCRIPT \"x\"")).startsWith("NO (NONEXISTENT)");
        assertThat(say("PUTSCRIPT \"../x\" \"keep;\"")).startsWith("NO");
        assertThat(say("HAVESPACE \"x\" 99999999")).startsWith("NO (QUOTA/MAXSIZE)");
        assertThat(say("NOTHING")).startsWith("NO");
    }

    @Test
    void a_wrong_password_is_refused_three_times_and_then_the_connection_ends() throws IOException {
        answer();
        say("STARTTLS");
        client.encrypt();
        answer();
        String wrong = "AUTHENTICATE \"PLAIN\" \"" + LineClient.base64("\0" + ANNA + "\0x") + "\"";

        assertThat(say(wrong)).startsWith("NO");
        assertThat(say("AUTHENTICATE \"PLAIN\" \"%%%\"")).startsWith("NO");
        assertThat(say(wrong)).startsWith("BYE");
    }

    @Test
    void the_password_may_come_after_the_challenge() throws IOException {
        answer();
        say("STARTTLS");
        client.encrypt();
        answer();

        client.raw("AUTHENTICATE \"PLAIN\"\r\n");
        assertThat(client.line()).isEqualTo("\"\"");
        assertThat(say("\"" + LineClient.base64("\0" + ANNA + "\0" + TestStation.PASSWORD) + "\""))
                .startsWith("OK");
    }

    /** sieve-connect waits behind STARTTLS for its own words. */
    @Test
    void a_noop_is_answered_with_its_words() throws IOException {
        answer();

        assertThat(say("NOOP \"here \\\"I\\\" am\""))
                .isEqualTo("OK (TAG \"here \\\"I\\\" am\") \"Done\"\n");
        assertThat(say("NOOP {4+}\r\nhere")).isEqualTo("OK (TAG \"here\") \"Done\"\n");
        assertThat(say("NOOP")).isEqualTo("OK \"Done\"\n");
    }

    @Test
    void a_stranger_cannot_fill_the_memory() throws IOException {
        answer();

        assertThat(say("PUTSCRIPT \"x\" {2000000000+}")).startsWith("BYE");
    }
}
