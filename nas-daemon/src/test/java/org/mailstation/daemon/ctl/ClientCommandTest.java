package org.mailstation.daemon.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.words.Exit;

@Timeout(60)
class ClientCommandTest extends CtlBench {
    @BeforeEach
    void configure() throws Exception {
        java.nio.file.Path file = folder.resolve("station.toml");
        java.nio.file.Files.writeString(
                file,
                """
                host-name = "mail.home.test"
                domains = ["home.test"]
                [[account]]
                address = "anna@home.test"
                """);
        run("yes\n", "config", "apply", file.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "--text, server mail.home.test",
        "--autoconfig, <clientConfig version=\"1.1\">",
        "--autodiscover, <LoginName>anna@home.test</LoginName>",
        "--mobileconfig, com.apple.mail.managed"
    })
    void each_program_gets_its_form(String form, String part) {
        assertThat(run("", "client", "Anna@Home.test", form)).isEqualTo(Exit.OK.code());
        assertThat(out).contains(part);
    }

    @Test
    void words_come_by_themselves_and_pop3_if_it_is_wished() {
        run("", "client", "anna@home.test");
        assertThat(out).containsSubsequence("Incoming (IMAP)", "Incoming (POP3)", "Outgoing");
        run("", "client", "anna@home.test", "--pop3");
        assertThat(out).containsSubsequence("Incoming (POP3)", "Incoming (IMAP)");
    }

    @Test
    void that_a_profile_is_not_signed_is_said_beside_it() {
        run("", "client", "anna@home.test", "--mobileconfig");
        assertThat(err).contains("not signed");
        assertThat(out).doesNotContain("not signed");
    }

    @Test
    void a_mailbox_that_is_not_there_is_said() {
        assertThat(run("", "client", "nobody@home.test")).isEqualTo(Exit.NOT_FOUND.code());
    }
}
