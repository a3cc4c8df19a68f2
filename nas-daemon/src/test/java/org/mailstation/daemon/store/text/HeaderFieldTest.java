package org.mailstation.daemon.store.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderFieldTest {
    private static List<HeaderField> parse(String header) {
        return HeaderField.parse(header.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void folded_lines_are_one_field() {
        assertThat(parse("Subject: one\r\n two\r\n\tthree\r\nTo: anna\r\n\r\nbody: no\r\n"))
                .containsExactly(
                        new HeaderField("Subject", "one two\tthree"),
                        new HeaderField("To", "anna"));
    }

    @Test
    void what_is_no_field_is_left_out() {
        assertThat(parse("garbage\r\n: nameless\r\nTo : anna\r\n"))
                .containsExactly(new HeaderField("To", "anna"));
    }

    @Test
    void encoded_words_are_decoded_even_if_they_are_cut_apart() {
        assertThat(
                        parse("Subject: =?utf-8?B?R3LDvMOf?=\r\n =?utf-8?Q?e_aus?= Rom\r\n")
                                .getFirst()
                                .value())
                .isEqualTo("Grüße aus Rom");
    }

    @Test
    void broken_encoded_words_stay_as_they_are() {
        assertThat(new HeaderField("Subject", "=?utf-8?X?abc?= =?").value()).contains("abc");
    }

    @Test
    void octets_that_are_not_utf_8_are_western() {
        byte[] western = "From: J\u00F6rg\r\n".getBytes(Charset.forName("windows-1252"));

        assertThat(HeaderField.parse(western).getFirst().body()).isEqualTo("Jörg");
    }
}
