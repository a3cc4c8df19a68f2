package org.mailstation.daemon.mail.imap.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsciiHeadersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Änna Grün <anna@bücher.test>|Änna Grün <anna@xn--bcher-kva.test>",
                "\"Grün, Änna\" <änna@home.test>|Grün, Änna <änna@home.test>",
                "a@b.test, 用户@例子.test (Büro)|a@b.test, 用户@xn--fsqu00a.test (Büro)",
                "Freunde für immer: ä@b.test, c@d.test;|Freunde für immer: ä@b.test, c@d.test;",
                "<1@müller.test>|<1@xn--mller-kva.test>",
                "\"j ö\"@home.test|\"j ö\"@home.test",
                "ä@|?@",
                "\"ä|\"ä"
            })
    void names_are_encoded_and_domains_are_those_of_the_dns(String field, String read) {
        String said = AsciiHeaders.addresses(field);

        assertThat(said).matches("\\p{ASCII}*");
        assertThat(DecoderUtil.decodeEncodedWords(said, StandardCharsets.UTF_8)).isEqualTo(read);
    }

    @Test
    void octets_that_are_no_utf8_are_taken_for_western_letters() {
        assertThat(PlainWords.text("Gr\u00fc\u00dfe \u0080")).isEqualTo("Grüße €");
        assertThat(PlainWords.text("Gr\u00c3\u00bc\u00c3\u009fe")).isEqualTo("Grüße");
        assertThat(PlainWords.of("plain")).isEqualTo("plain");
        assertThat(PlainWords.of(null)).isNull();
    }

    @Test
    void a_name_that_was_misread_before_is_read_again() {
        assertThat(PlainWords.ofName("=?ISO-8859-1?B?w4RubmE=?="))
                .isEqualTo("=?ISO-8859-1?Q?=C4nna?=");
        assertThat(PlainWords.ofName("=?ISO-8859-1?Q?=C4nna?="))
                .isEqualTo("=?ISO-8859-1?Q?=C4nna?=");
        assertThat(PlainWords.ofName("Anna")).isEqualTo("Anna");
    }
}
