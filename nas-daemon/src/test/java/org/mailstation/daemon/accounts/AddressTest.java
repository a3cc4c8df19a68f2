package org.mailstation.daemon.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
                    Jörg@home.test,              Jörg@home.test
                    "jörg"@home.test,            jörg@home.test
                    "j ö"@home.test,             "j ö"@home.test
                    用户@例子.测试,              用户@xn--fsqu00a.xn--0zwm56d
                    anna@BÜCHER.test,            anna@xn--bcher-kva.test
                    anna@faß.test,               anna@xn--fa-hia.test
                    👩‍🚀@home.test,                 👩‍🚀@home.test
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
                "\u0085\u00e4@home.test",
                "\u00e4\u00a0b@home.test",
                "\u00e4\u2028@home.test",
                "\u202e\u00e4@home.test",
                "\ufffd@home.test",
                "\ud83d@home.test",
                "\u00e4..b@home.test",
                "anna@\u2603.test",
                "anna@\u00fc_x.test",
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

    @Test
    void has_as_many_octets_as_others_have_characters() {
        assertThat(Address.parse("ö".repeat(32) + "@home.test")).isPresent();
        assertThat(Address.parse("ö".repeat(33) + "@home.test")).isEmpty();
        assertThat(Address.parse("a@" + "ö".repeat(55) + "." + "ö.".repeat(60) + "test")).isEmpty();
    }

    @Test
    void is_shown_with_the_letters_of_its_domain_and_found_however_it_is_composed() {
        Address address = Address.parse("Jo\u0308rg@bücher.test").orElseThrow();
        assertThat(address.shown()).isEqualTo("Jo\u0308rg@bücher.test");
        assertThat(address.isInternational()).isTrue();
        assertThat(address.folded()).hasToString("jörg@xn--bcher-kva.test");
        assertThat(Address.parse("joe@bücher.test").orElseThrow().isInternational()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"64, true", "65, false"})
    void has_at_most_64_characters_before_the_at_sign(int length, boolean good) {
        assertThat(Address.parse("a".repeat(length) + "@home.test").isPresent()).isEqualTo(good);
    }
}
