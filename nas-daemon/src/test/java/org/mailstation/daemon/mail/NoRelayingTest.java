package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoRelayingTest {
    @TempDir static Path folder;
    private static TestStation station;

    @BeforeAll
    static void start() throws Exception {
        station = TestStation.running(folder, Configs.station("home.test", "anna"));
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other@away.example",
                "anna%away.example@home.test",
                "other@away.example@home.test",
                "\"other@away.example\"@home.test",
                "@home.test:other@away.example",
                "@away.example,@home.test:other@away.example",
                "away.example!other",
                "away.example!other@home.test",
                "other@[127.0.0.1]",
                "other@[away.example]",
                "anna@home.test.",
                "anna@[home.test]",
                "anna@home.test@away.example",
                "an na@home.test",
                "anna@home.test\0",
                "anna@home.test\rRCPT TO:<other@away.example>",
                "\u00e4nna@home.test",
                "anna@h\u00f6me.test",
                "anna@sub.home.test",
                "anna",
                "nobody@home.test",
                "../anna@home.test",
                ""
            })
    void a_stranger_cannot_send_to(String recipient) throws Exception {
        try (LineClient client = station.smtp()) {
            client.smtp("MAIL FROM:<anna@home.test>");

            assertThat(client.smtp("RCPT TO:<" + recipient + ">")).startsWith("5");
            assertThat(client.smtp("DATA")).as("no recipient was kept").startsWith("5");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anna@home.test", "bob@away.example", "anna@[127.0.0.1]"})
    void whoever_the_sender_claims_to_be(String sender) throws Exception {
        try (LineClient client = station.smtp()) {
            assertThat(client.smtp("MAIL FROM:<" + sender + ">")).startsWith("250");
            assertThat(client.smtp("RCPT TO:<other@away.example>")).startsWith("550 5.7.1");
        }
    }

    @Test
    void a_good_recipient_does_not_open_the_door_for_a_foreign_one() throws Exception {
        try (LineClient client = station.smtp()) {
            client.smtp("MAIL FROM:<bob@away.example>");
            assertThat(client.smtp("RCPT TO:<anna@home.test>")).startsWith("250");
            assertThat(client.smtp("RCPT TO:<other@away.example>")).startsWith("550 5.7.1");
            assertThat(client.smtp("DATA")).startsWith("354");
            client.raw("Subject: x\r\n\r\nx\r\n.\r\n");
            assertThat(client.reply()).startsWith("250");
        }
        assertThat(station.server().queue().waiting()).isZero();
    }

    @Test
    void nothing_is_sent_by_submission_without_signing_in() throws Exception {
        for (var service :
                List.of(
                        org.mailstation.config.Service.SUBMISSION,
                        org.mailstation.config.Service.SUBMISSIONS)) {
            try (LineClient client = station.connect(service)) {
                client.reply();
                client.smtp("EHLO x");
                assertThat(client.smtp("MAIL FROM:<anna@home.test>")).startsWith("530");
                assertThat(client.smtp("RCPT TO:<anna@home.test>")).startsWith("503");
            }
        }
    }

    @Test
    void vrfy_and_expn_tell_nothing() throws Exception {
        try (LineClient client = station.smtp()) {
            assertThat(client.smtp("VRFY anna"))
                    .isEqualTo(client.smtp("VRFY nobody"))
                    .startsWith("252");
            assertThat(client.smtp("EXPN anna"))
                    .isEqualTo(client.smtp("EXPN nobody"))
                    .startsWith("502");
        }
    }
}
