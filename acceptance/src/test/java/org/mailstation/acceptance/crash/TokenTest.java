package org.mailstation.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TokenTest {
    private static final Token TOKEN = new Token("round1-smtp2-3");

    private static String sent() {
        String letter =
                new String(TOKEN.letter("anna@bench.example", 300), StandardCharsets.US_ASCII);
        return "Return-Path: <x@y>\r\nReceived: from z\r\n\tby w; now\r\n" + letter;
    }

    @Test
    void a_letter_is_known_by_its_subject_also_behind_what_servers_put_on_top() {
        assertThat(Token.of(sent())).isEqualTo(TOKEN);
        assertThat(TOKEN.isWhole(sent())).isTrue();
    }

    @Test
    void every_octet_that_is_missing_changed_or_too_many_is_seen() {
        String letter = sent();
        int body = letter.indexOf("\r\n\r\n") + 4;

        assertThat(TOKEN.isWhole(letter.substring(0, letter.length() - 1))).isFalse();
        assertThat(TOKEN.isWhole(letter + "\r\n")).isFalse();
        assertThat(TOKEN.isWhole(letter.substring(0, body) + "?" + letter.substring(body + 1)))
                .isFalse();
        assertThat(new Token("round1-smtp2-4").isWhole(letter)).isFalse();
    }

    @Test
    void octets_without_a_header_are_no_letter() {
        String nothing = "\0".repeat(400);

        assertThat(Token.of(nothing)).isNull();
        assertThat(Token.of("\r\n\r\n\r\nSubject: in the body\r\n")).isNull();
        assertThat(TOKEN.isWhole(nothing)).isFalse();
        assertThat(TOKEN.isWhole("A: b\r\nX-Lines: many\r\n\r\n")).isFalse();
    }
}
