package org.mailstation.daemon.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpPathTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            delimiter = '|',
            textBlock =
                    """
                    TO:<a@b.test>                | a@b.test
                    to: <a@b.test>               | a@b.test
                    TO:<"a>b"@c.test>            | "a>b"@c.test
                    TO:<"a\\"b"@c.test>          | "a\\"b"@c.test
                    TO:<@x.test,@y.test:a@b.test>| a@b.test
                    TO:<postmaster>              | postmaster
                    """)
    void the_address_is_what_stands_in_the_brackets(String argument, String address) {
        assertThat(SmtpPath.parse("TO", argument)).map(SmtpPath::address).hasValue(address);
    }

    @Test
    void the_null_path_is_empty() {
        assertThat(SmtpPath.parse("FROM", "FROM:<>")).hasValue(new SmtpPath("", Map.of()));
    }

    @Test
    void parameters_are_told_by_upper_case_keyword() {
        assertThat(SmtpPath.parse("FROM", "FROM:<a@b.test>  size=10 Body=8BITMIME x"))
                .map(SmtpPath::parameters)
                .hasValue(Map.of("SIZE", "10", "BODY", "8BITMIME", "X", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "TO",
                "TO:",
                "TO:a@b.test",
                "FROM:<a@b.test>",
                "TO:<a@b.test",
                "TO:<\"a@b.test>",
                "TO:<a@b.test>SIZE=1",
                "TO:<a@b.test> =1",
                "TO:<a@b.test> A=1 a=2",
                "TO:x<a@b.test>"
            })
    void anything_else_is_no_path(String argument) {
        assertThat(SmtpPath.parse("TO", argument)).isEmpty();
    }
}
