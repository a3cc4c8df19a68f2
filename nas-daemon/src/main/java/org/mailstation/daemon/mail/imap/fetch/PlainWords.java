package org.mailstation.daemon.mail.imap.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.jspecify.annotations.Nullable;
import org.mailstation.idna.DomainNames;

/**
 * What a header says in letters beyond ASCII, which an IMAP server may not put between quotes (RFC
 * 3501 9), as every mail program understands it: encoded words (RFC 2047). James takes each octet
 * of such a header for a character, and a question mark for each of these.
 */
final class PlainWords {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final String LATIN_WORD = "=?ISO-8859-1?";

    private PlainWords() {}

    static @Nullable String of(@Nullable String octets) {
        return octets == null || isAscii(octets) ? octets : encoded(text(octets));
    }

    static String ofText(String text) {
        return isAscii(text) ? text : encoded(text);
    }

    /** A name that James has put into encoded words by its way of reading. */
    static @Nullable String ofName(@Nullable String name) {
        if (name == null || !name.toUpperCase(Locale.ROOT).startsWith(LATIN_WORD)) {
            return of(name);
        }
        String octets = DecoderUtil.decodeEncodedWords(name, DecodeMonitor.SILENT);
        String text = utf8(octets);
        return text == null ? name : encoded(text);
    }

    /** A domain as the DNS knows it. */
    static @Nullable String ofHost(@Nullable String octets) {
        return octets == null || isAscii(octets) ? octets : ofHostText(text(octets));
    }

    static String ofHostText(String text) {
        return DomainNames.ascii(text).orElseGet(() -> encoded(text));
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    static String encoded(String text) {
        return EncoderUtil.encodeEncodedWord(text, EncoderUtil.Usage.TEXT_TOKEN);
    }

    /** What a header says whose octets were taken for characters; if not UTF-8, it is guessed. */
    static String text(String octets) {
        String text = utf8(octets);
        return text == null ? new String(bytes(octets), WESTERN) : text;
    }

    /** {@code null} if it is something else. */
    private static @Nullable String utf8(String octets) {
        if (octets.chars().anyMatch(c -> c > 0xff)) {
            return octets;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(octets)))
                    .toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private static byte[] bytes(String octets) {
        return octets.getBytes(StandardCharsets.ISO_8859_1);
    }
}
