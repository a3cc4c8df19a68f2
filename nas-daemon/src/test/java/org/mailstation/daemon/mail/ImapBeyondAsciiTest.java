package org.mailstation.daemon.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in a header in the letters of all languages (RFC 6532), for mail programs of before. */
@Timeout(60)
class ImapBeyondAsciiTest extends AnnasMailbox {
    private static final String LETTER =
            """
            From: Änna <änna@müller.test>\r
            To: "用户, A" <用户@例子.test>\r
            Subject: Grüße\r
            MIME-Version: 1.0\r
            Content-Type: multipart/mixed; boundary=x\r
            \r
            --x\r
            Content-Type: text/plain; charset=utf-8\r
            Content-Description: schöner Text\r
            \r
            the bödy\r
            --x\r
            Content-Type: application/pdf; name="Übung 用.pdf"\r
            Content-Disposition: attachment; filename="Übung 用.pdf"\r
            Content-Transfer-Encoding: base64\r
            \r
            AAAA\r
            --x\r
            Content-Type: message/rfc822\r
            \r
            Subject: drinnen schön\r
            From: joe@away.test\r
            \r
            inside\r
            --x--\r
            """;

    @BeforeEach
    void append() throws IOException {
        byte[] octets = LETTER.getBytes(StandardCharsets.UTF_8);
        client.raw("t1 APPEND INBOX {" + octets.length + "+}\r\n");
        client.raw(new String(octets, StandardCharsets.ISO_8859_1) + "\r\n");
        assertThat(client.tagged().getLast()).startsWith("t1 OK");
        client.imap("SELECT INBOX");
    }

    /** In words, after it was proven that there is nothing but ASCII in it. */
    private String fetch(String items) throws IOException {
        List<String> answer = client.imap("FETCH * " + items);
        assertThat(answer.getLast()).startsWith("t1 OK");
        String octets = String.join("\n", answer);
        assertThat(octets.replace(wire("the bödy"), "")).matches("\\p{ASCII}*");
        return DecoderUtil.decodeEncodedWords(octets, StandardCharsets.UTF_8);
    }

    private static String wire(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(ENVELOPE)",
                "(ENVELOPE BODY.PEEK[2.MIME]<0.10>)",
                "(UID ENVELOPE BODY.PEEK[1])",
                "(ENVELOPE BODY[1])"
            })
    void addresses_are_told_whatever_else_is_asked_for(String items) throws IOException {
        assertThat(fetch(items))
                .contains("\"Grüße\" ((\"Änna\" NIL \"änna\" \"xn--mller-kva.test\"))")
                .contains("((\"用户, A\" NIL \"用户\" \"xn--fsqu00a.test\"))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(BODYSTRUCTURE)", "(BODYSTRUCTURE BODY.PEEK[1])"})
    void names_of_files_are_told(String items) throws IOException {
        assertThat(fetch(items))
                .contains("(\"name\" \"Übung 用.pdf\")")
                .contains("(\"attachment\" (\"filename\" \"Übung 用.pdf\"))")
                .contains("\"schöner Text\"")
                .contains("\"drinnen schön\"")
                .doesNotContain("?");
    }

    @Test
    void what_is_told_in_short_has_the_names_too() throws IOException {
        assertThat(fetch("BODY")).contains("(\"name\" \"Übung 用.pdf\")");
        assertThat(fetch("BODY")).as("from what was kept").contains("\"Übung 用.pdf\"");
    }
}
