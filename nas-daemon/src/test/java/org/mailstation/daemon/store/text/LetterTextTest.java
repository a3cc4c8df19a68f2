package org.mailstation.daemon.store.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterTextTest {
    private final List<String> names = new ArrayList<>();
    private boolean attached;

    private String read(byte[] letter, long limit) throws IOException {
        StringBuilder text = new StringBuilder();
        attached =
                LetterText.read(
                        new ByteArrayInputStream(letter),
                        new TextSink() {
                            @Override
                            public void text(CharSequence piece) {
                                text.append(piece);
                            }

                            @Override
                            public void pause() {
                                text.append('|');
                            }

                            @Override
                            public void attachment(String name) {
                                names.add(name);
                            }
                        },
                        limit);
        return text.toString().strip();
    }

    private String read(String... lines) throws IOException {
        return read(
                (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8), 1_000_000);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_header_is_not_of_the_body() throws IOException {
        assertThat(read("Subject: secret", "", "Hello")).contains("Hello").doesNotContain("secret");
    }

    @Test
    void encoded_text_is_decoded() throws IOException {
        assertThat(
                        read(
                                "Content-Type: text/plain; charset=utf-8",
                                "Content-Transfer-Encoding: base64",
                                "",
                                base64("Grüße aus Köln")))
                .startsWith("Grüße aus Köln");
        assertThat(
                        read(
                                "Content-Type: text/plain; charset=iso-8859-1",
                                "Content-Transfer-Encoding: quoted-printable",
                                "",
                                "Gr=FC=DFe aus K=",
                                "=F6ln"))
                .startsWith("Grüße aus Köln");
    }

    @Test
    void octets_beyond_ascii_without_a_charset_are_utf_8_or_else_western() throws IOException {
        byte[] western = "Subject: x\r\n\r\nGr\u00FC\u00DFe".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(read("Subject: x", "", "Grüße")).startsWith("Grüße");
        assertThat(read(western, 1000)).startsWith("Grüße");
    }

    @Test
    void an_unknown_charset_is_guessed() throws IOException {
        assertThat(read("Content-Type: text/plain; charset=klingon", "", "Grüße"))
                .startsWith("Grüße");
    }

    @Test
    void html_is_read_as_text() throws IOException {
        assertThat(read("Content-Type: text/html; charset=utf-8", "", "<p>Hallo <b>Anna</b>!</p>"))
                .contains("Hallo Anna!");
    }

    @Test
    void all_parts_are_read_and_pictures_are_not() throws IOException {
        String text =
                read(
                        "Content-Type: multipart/mixed; boundary=b",
                        "",
                        "preamble",
                        "--b",
                        "",
                        "one",
                        "--b",
                        "Content-Type: image/png",
                        "Content-Transfer-Encoding: base64",
                        "Content-Disposition: attachment; filename=\"Urlaub.png\"",
                        "",
                        base64("not a text"),
                        "--b",
                        "Content-Type: text/plain",
                        "",
                        "two",
                        "--b--");

        assertThat(text).contains("one", "two").doesNotContain("not a text", "preamble");
        assertThat(names).containsExactly("Urlaub.png");
        assertThat(attached).isTrue();
    }

    @Test
    void a_letter_within_the_letter_is_read_with_its_header() throws IOException {
        String text =
                read(
                        "Content-Type: multipart/mixed; boundary=b",
                        "",
                        "--b",
                        "Content-Type: message/rfc822",
                        "",
                        "Subject: =?utf-8?Q?weitergeleitet_f=C3=BCr_dich?=",
                        "",
                        "inner text",
                        "--b--");

        assertThat(text).contains("weitergeleitet für dich", "inner text");
    }

    @Test
    void names_of_files_are_decoded_in_both_manners() throws IOException {
        read(
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: application/pdf; name=\"=?utf-8?Q?=C3=9Cbersicht.pdf?=\"",
                "",
                "x",
                "--b",
                "Content-Type: application/pdf",
                "Content-Disposition: attachment; filename*=utf-8''%C3%9Cbung.pdf",
                "",
                "x",
                "--b--");

        assertThat(names).containsExactly("Übersicht.pdf", "Übung.pdf");
    }

    @Test
    void a_picture_in_the_text_is_no_attachment() throws IOException {
        read(
                "Content-Type: multipart/related; boundary=b",
                "",
                "--b",
                "Content-Type: text/html",
                "",
                "<img src='cid:1'>",
                "--b",
                "Content-Type: image/png",
                "Content-ID: <1>",
                "",
                "x",
                "--b--");

        assertThat(attached).isFalse();
    }

    @Test
    void a_letter_nested_without_end_is_read_as_deep_as_is_sane() throws IOException {
        StringBuilder letter = new StringBuilder();
        for (int depth = 0; depth < 2000; depth++) {
            letter.append("Content-Type: multipart/mixed; boundary=b")
                    .append(depth)
                    .append("\r\n\r\nlevel\r\n--b")
                    .append(depth)
                    .append("\r\n");
        }

        read(letter.append("\r\nlast").toString()); // no exception, no endless stack
        assertThat(attached).isFalse();
    }

    @Test
    void a_letter_cut_off_in_the_middle_is_read_as_far_as_it_goes() throws IOException {
        assertThat(
                        read(
                                "Content-Type: multipart/mixed; boundary=b",
                                "",
                                "--b",
                                "",
                                "the only words"))
                .contains("the only words");
    }

    @Test
    void of_a_very_long_letter_the_start_is_read() throws IOException {
        String text = read(("Subject: x\r\n\r\n" + "word ".repeat(50_000)).getBytes(), 1000);

        assertThat(text).startsWith("word").hasSizeLessThan(1100);
    }
}
