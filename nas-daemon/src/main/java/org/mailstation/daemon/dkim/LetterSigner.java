package org.mailstation.daemon.dkim;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;

/** Signs letters with the key of the moment. */
public final class LetterSigner {
    private final StationKeys keys;
    private final Clock clock;

    public LetterSigner(StationKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The field to be put above a letter, with its line end; empty if there is no key.
     *
     * @param domain that vouches for the letter
     * @param fields of its header, each with its name, folded lines and line end, in order
     * @param body below the empty line
     */
    public byte[] field(String domain, List<byte[]> fields, InputStream body) throws IOException {
        DkimKey key = keys.current();
        return key == null
                ? new byte[0]
                : DkimSignature.of(key, domain, fields, body, clock.instant());
    }
}
