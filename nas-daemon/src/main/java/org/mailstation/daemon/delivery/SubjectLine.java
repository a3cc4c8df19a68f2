package org.mailstation.daemon.delivery;

import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.codec.DecoderUtil;

/** The subject of a letter as it may stand in another one. */
record SubjectLine(Header header) {
    private static final int LONGEST = 200;

    /** Decoded (RFC 2047), in one line of harmless characters; may be empty. */
    String words() {
        String raw = header.first("Subject").orElse("");
        String text =
                DecoderUtil.decodeEncodedWords(raw, StandardCharsets.UTF_8)
                        .replaceAll("\\p{C}", " ")
                        .strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
