package org.mailstation.daemon.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Tells the station's own copies of what people send from those that mail programs save. */
public final class SentMark {
    /** Name of the field that only the station's copies have. */
    public static final String NAME = "X-Mail-Station-Saved";

    /** By the name that James gives the folder (RFC 6154 2: {@code \\Sent}). */
    static final Place PLACE = new Place("Sent", Set.of("\\Seen"));

    private static final byte[] FIELD = (NAME + ": yes\r\n").getBytes(StandardCharsets.US_ASCII);

    private SentMark() {}

    static Letter on(Letter letter) {
        return letter.withHead(FIELD, 0);
    }
}
