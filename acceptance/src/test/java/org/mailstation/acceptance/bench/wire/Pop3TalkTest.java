package org.mailstation.acceptance.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pop3TalkTest {
    private static final String HELLO = "+OK ready\r\n";

    @Test
    void a_mailbox_is_counted_and_read() throws Exception {
        try (Script script =
                new Script(
                        HELLO,
                        "+OK\r\n",
                        "+OK in\r\n",
                        "+OK 2 300\r\n",
                        "+OK\r\nHello\r\n.\r\n",
                        "+OK bye\r\n")) {
            try (Pop3Talk pop3 = Pop3Talk.open(script.door(), "anna", "secret")) {
                assertThat(pop3.letters()).isEqualTo(2);
                assertThat(pop3.retrieve(1)).isEqualTo("Hello\r\n".length());
            }
            assertThat(script.heard())
                    .containsExactly("USER anna", "PASS secret", "STAT", "RETR 1", "QUIT");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "one line\r\n",
                "..dots\r\n",
                "a.\r\n",
                "ends with a dot and a bare CR .\rx\r\n",
                "a\n.\nb\r\n",
                "\r\n\r\n"
            })
    void only_a_line_that_is_one_dot_ends_a_letter(String letter) throws Exception {
        try (Script script = new Script(letter + ".\r\nnext\r\n")) {
            try (Wire wire = Wire.open(script.door())) {
                assertThat(wire.skipToDot()).isEqualTo(letter.length());
                assertThat(wire.line()).isEqualTo("next");
            }
        }
    }

    @Test
    void a_refusal_names_the_command_and_not_the_password() throws Exception {
        try (Script script = new Script(HELLO, "+OK\r\n", "-ERR wrong\r\n")) {
            assertThatThrownBy(() -> Pop3Talk.open(script.door(), "anna", "secret"))
                    .hasMessageContaining("PASS")
                    .message()
                    .doesNotContain("secret");
        }
    }
}
