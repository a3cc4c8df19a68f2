package org.mailstation.acceptance.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmtpTalkTest {
    private static final String HELLO = "220-one moment\r\n220 ready\r\n";
    private static final String EHLO = "250-here\r\n250-PIPELINING\r\n250 SIZE\r\n";
    private static final byte[] LETTER =
            "Subject: x\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void a_letter_is_brought_with_its_envelope_and_a_dot_at_its_end() throws Exception {
        try (Script script =
                new Script(
                        HELLO,
                        EHLO,
                        "250 ok\r\n",
                        "250 ok\r\n",
                        "354 go\r\n",
                        "",
                        "",
                        "",
                        "250 got it\r\n",
                        "221 bye\r\n")) {
            try (SmtpTalk smtp = SmtpTalk.open(script.door())) {
                smtp.send("anna@bench.example", LETTER);
            }
            assertThat(script.heard())
                    .containsExactly(
                            "EHLO client.example",
                            "MAIL FROM:<friend@client.example>",
                            "RCPT TO:<anna@bench.example>",
                            "DATA",
                            "Subject: x",
                            "",
                            "Hello",
                            ".",
                            "QUIT");
        }
    }

    @Test
    void a_server_that_takes_no_commands_in_advance_cannot_be_compared() throws Exception {
        try (Script script = new Script(HELLO, "250-here\r\n250 SIZE\r\n")) {
            assertThatThrownBy(() -> SmtpTalk.open(script.door()))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("PIPELINING");
        }
    }

    @Test
    void a_refused_letter_ends_the_benchmark() throws Exception {
        try (Script script = new Script(HELLO, EHLO, "250 ok\r\n", "250 ok\r\n", "452 full\r\n")) {
            SmtpTalk smtp = SmtpTalk.open(script.door());
            assertThatThrownBy(() -> smtp.send("anna@bench.example", LETTER))
                    .hasMessageContaining("452 full");
        }
    }

    @Test
    void somebody_who_signs_in_writes_to_several_people() throws Exception {
        try (Script script =
                new Script(
                        HELLO,
                        EHLO,
                        "235 in\r\n",
                        "250 ok\r\n",
                        "250 ok\r\n",
                        "250 ok\r\n",
                        "354 go\r\n",
                        "",
                        "",
                        "",
                        "250 got it\r\n",
                        "221 bye\r\n")) {
            try (SmtpTalk smtp = SmtpTalk.open(script.door())) {
                smtp.signIn("anna", "word");
                smtp.send("anna@bench.example", List.of("b@x.example", "c@x.example"), LETTER);
            }
            assertThat(script.heard())
                    .contains(
                            "AUTH PLAIN AGFubmEAd29yZA==",
                            "MAIL FROM:<anna@bench.example>",
                            "RCPT TO:<b@x.example>",
                            "RCPT TO:<c@x.example>");
        }
    }
}
