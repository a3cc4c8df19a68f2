package org.mailstation.idna;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNamesTest {
    @ParameterizedTest
    @CsvSource({
        "bücher.example, xn--bcher-kva.example",
        "例子.广告, xn--fsqu00a.xn--4rr70v",
        "faß.example, xn--fa-hia.example",
        "правда.example, xn--80aafi6cg.example",
        "مثال.إختبار, xn--mgbh0fb.xn--kgbechtv",
        // RFC 3492 7.1 (B) and (L) of names
        "他们为什么不说中文.example, xn--ihqwcrb4cv8a8dqg056pqjye.example",
        "3年b組金八先生.example, xn--3b-ww4c5e180e575a65lsy2b.example",
        "plain.example, plain.example"
    })
    void a_name_has_two_forms(String people, String dns) {
        assertThat(DomainNames.ascii(people)).contains(dns);
        assertThat(DomainNames.shown(dns)).isEqualTo(people);
    }

    @ParameterizedTest
    @CsvSource({
        "BÜCHER.Example, xn--bcher-kva.example",
        "bu\u0308cher.example, xn--bcher-kva.example",
        "例子。example, xn--fsqu00a.example",
        "ｂücher.example, xn--bcher-kva.example",
        "Plain.EXAMPLE, plain.example"
    })
    void however_it_is_typed_it_is_the_same_name(String typed, String dns) {
        assertThat(DomainNames.ascii(typed)).contains(dns);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ü b.example",
                "-ü.example",
                "ü-.example",
                "ab--ü.example",
                "\u0308u.example",
                "ü_b.example",
                "ü\u202Eb.example",
                "ü\u0085b.example",
                "☃.example",
                "ü/b.example",
                "\uD800.example"
            })
    void what_is_no_name_has_no_form(String typed) {
        assertThat(DomainNames.ascii(typed)).isEmpty();
    }

    @Test
    void a_label_that_gets_too_long_is_none() {
        assertThat(DomainNames.ascii("ü".repeat(60) + "例.example")).isEmpty();
        assertThat(DomainNames.ascii("例".repeat(10_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xn--.example", "xn--a-.example", "xn--99999999999.x", "xn--ü", "xn--abc-"})
    void a_code_that_means_nothing_stays_as_it_is(String name) {
        assertThat(DomainNames.shown(name)).isEqualTo(name);
    }
}
