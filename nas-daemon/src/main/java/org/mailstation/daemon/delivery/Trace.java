package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.util.List;

/** The way that a letter came, as its header tells (RFC 5321 4.4). */
public final class Trace {
    private Trace() {}

    /** One line a server, the first server first. */
    public static List<String> of(byte[] header) throws IOException {
        return Header.of(Letter.of(header)).all("Received").stream()
                .map(line -> line.replaceAll("\\s+", " "))
                .toList()
                .reversed();
    }
}
