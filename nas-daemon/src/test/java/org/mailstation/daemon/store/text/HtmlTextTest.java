package org.mailstation.daemon.store.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {
    private static String text(String html) throws IOException {
        StringBuilder text = new StringBuilder();
        HtmlText.read(
                new StringReader(html),
                new TextSink() {
                    @Override
                    public void text(CharSequence piece) {
                        text.append(piece);
                    }

                    @Override
                    public void pause() {
                        text.append('|');
                    }
                });
        return Folding.fold(text.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>one</p><p>two</p>|one two",
                "M<b>ül</b>ler|muller",
                "a<br>b<BR/>c|a b c",
                "x<!-- no > -- <b>no</b> -->y|xy",
                "x<!DOCTYPE html>y|xy",
                "x<script>var a = '<p>no</p>';</script>y|x y",
                "x<style>p { color: red }</style>y|x y",
                "<head><title>no</title></head><body>yes|yes",
                "<head>no<body>yes|yes",
                "<a title=\"1 > 0\" href='x'>link</a>|link",
                "1 < 2 &amp; 3 &gt; 2|1 < 2 & 3 > 2",
                "Gr&uuml;&szlig;e &#252; &#xFC;|grusse u u",
                "AT&T &unknown; &|at&t &unknown; &",
                "&#99999999999; &#x110000;|&#99999999999; &#x110000;",
                "open <b|open",
                "open <!-- |open",
                "open &am|open &am",
                "no mark at all|no mark at all"
            })
    void html_becomes_what_a_person_reads(String html, String text) throws IOException {
        assertThat(text(html)).isEqualTo(text);
    }
}
