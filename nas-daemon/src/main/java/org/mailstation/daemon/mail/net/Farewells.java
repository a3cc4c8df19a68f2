package org.mailstation.daemon.mail.net;

import io.netty.buffer.ByteBuf;

/**
 * Finds, among the TLS records that a client sends (RFC 8446 5.1), the one that may be its
 * farewell: the last one, if it is an alert or, under TLS 1.3, which hides what it is, as short as
 * an alert.
 */
final class Farewells {
    private static final int HEAD = 5;
    private static final int ALERT = 21;
    private static final int APPLICATION_DATA = 23;

    /** Level and description, their kind, and what proves them genuine (RFC 8446 5.2). */
    private static final int SHORTEST = 2 + 1 + 16;

    /** Java's clients pad it. */
    private static final int LONGEST = SHORTEST + 16;

    private final byte[] head = new byte[HEAD];
    private int known;
    private int left;
    private boolean passing;

    /**
     * Looks through what came.
     *
     * @return how many octets come before it; -1 if there is none. {@link #pass} is to be called
     *     before the rest is shown again.
     */
    int next(ByteBuf octets) {
        int first = octets.readerIndex();
        int end = octets.writerIndex();
        int at = first;
        int found = -1;
        int knownBefore = 0;
        while (at < end) {
            if (left > 0) {
                int step = Math.min(left, end - at);
                left -= step;
                at += step;
                continue;
            }
            int start = at;
            int before = known;
            while (known < HEAD && at < end) {
                head[known++] = octets.getByte(at++);
            }
            found = -1;
            if (known == HEAD) {
                if (!passing && mayBeFarewell()) {
                    found = start;
                    knownBefore = before;
                }
                passing = false;
                known = 0;
                left = length();
            }
        }
        if (found < 0) {
            return -1;
        }
        known = knownBefore;
        left = 0;
        return found - first;
    }

    /** Lets the one that was found go by. */
    void pass() {
        passing = true;
    }

    private boolean mayBeFarewell() {
        return head[0] == ALERT
                || head[0] == APPLICATION_DATA && length() >= SHORTEST && length() <= LONGEST;
    }

    private int length() {
        return (head[3] & 0xFF) << 8 | head[4] & 0xFF;
    }
}
