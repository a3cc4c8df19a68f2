package org.mailstation.daemon.delivery;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.mailstation.daemon.store.text.LetterText;
import org.mailstation.daemon.store.text.TextSink;

/** Letters as anybody may send them. */
class HeadersFuzz {
    @FuzzTest(maxDuration = "3m")
    @DictionaryEntries({
        "From: ",
        "Content-Type: ",
        "multipart/mixed",
        "boundary=",
        "\\x0d\\x0a\\x0d\\x0a",
        "--",
        "message/rfc822",
        "Content-Transfer-Encoding: ",
        "base64",
        "quoted-printable",
        "=?utf-8?B?",
        "=?iso-8859-1?Q?",
        "?=",
        "text/html",
        "charset=",
        "<a@b.c>",
        "\\x0d\\x0a\\x09"
    })
    void a_header_is_read_and_nothing_of_it_is_lost(FuzzedDataProvider data) throws IOException {
        byte[] octets = data.consumeRemainingAsBytes();
        Header header = Header.of(Letter.of(octets));
        byte[] kept = header.without(_ -> false);
        if (kept.length != header.length()) {
            throw new IllegalStateException("octets of the header are lost");
        }
        header.all("From").forEach(FromField::addresses);
        LetterText.read(new ByteArrayInputStream(octets), new Nowhere(), 100_000);
    }

    private record Nowhere() implements TextSink {
        @Override
        public void text(CharSequence piece) {}

        @Override
        public void pause() {}
    }

    @FuzzTest(maxDuration = "3m")
    void whatever_goes_out_has_no_end_inside(FuzzedDataProvider data) throws IOException {
        byte[] octets = data.consumeRemainingAsBytes();
        try (InputStream in = new DotStuffed(Letter.of(octets).open())) {
            String sent = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            if (!sent.endsWith(".\r\n")
                    || sent.indexOf("\r\n.\r\n") < sent.length() - 5 && sent.contains("\r\n.\r\n")
                    || sent.replace("\r\n", "").matches("(?s).*[\r\n].*")) {
                throw new IllegalStateException("another server would see another end");
            }
        }
    }
}
