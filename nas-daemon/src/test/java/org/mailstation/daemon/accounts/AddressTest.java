package org.mailstation.daemon.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\0',
            textBlock =
                    """
                    anna@home.test,              anna@home.test
                    Anna.B+x@Home.TEST,          anna.b+x@home.test
                    "anna"@home.test,            anna@home.test
                    "an\\na"@home.test,          anna@home.test
                    "a b"@home.test,             "a b"@home.test
                    "a@b"@home.test,             "a@b"@home.test
                    a!b%c@home.test,             a!b%c@home.test
                    x@[127.0.0.1],               x@[127.0.0.1]
                    x@[IPv6:::1],                x@[ipv6:::1]
                    """)
    void is_read_in_one_form(String text, String form) {
        assertThat(Address.parse(text)).hasToString("Optional[" + form + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "anna",
                "anna@",
                "@home.test",
                "a@b@home.test",
                "a b@home.test",
                "anna@home.test.",
                "anna@.home.test",
                "anna@home..test",
                "anna@-home.test",
                "anna@ho me.test",
                "anna@home.test\r\n",
                "an\0na@home.test",
                "\u00e4@home.test",
                "a..b@home.test",
                ".a@home.test",
                "\"a@home.test",
                "\"a\"b\"@home.test",
                "\"\"@home.test",
                "\"a\\\"@home.test",
                "x@[]",
                "x@[127.0.0.1"
            })
    void is_refused_when_it_is_none(String text) {
        assertThat(Address.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void has_at_most_64_characters_before_the_at_sign(int length, boolean good) {
        assertThat(Address.parse("a".repeat(length) + "@home.test").isPresent()).isEqualTo(good);
    }
}
