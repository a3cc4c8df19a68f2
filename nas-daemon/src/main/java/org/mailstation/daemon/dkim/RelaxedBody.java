package org.mailstation.daemon.dkim;

import java.security.MessageDigest;

/**
 * The hash of a body in its relaxed form (RFC 6376 3.4.4): blanks at the end of lines and empty
 * lines at the end of the letter do not count, runs of blanks count as one. A line ends with CR LF,
 * CR or LF, since whatever it was, it leaves the station as CR LF. Needs a few kilobytes, however
 * long the letter and its lines are.
 */
final class RelaxedBody implements BodyHash {
    private final MessageDigest digest;
    private final byte[] ready = new byte[8 * 1024];
    private int filled;
    private long length;

    /** Ends of lines that count only if something follows. */
    private long lineEnds;

    private boolean blank;
    private boolean afterCr;
    private boolean something;

    RelaxedBody(MessageDigest digest) {
        this.digest = digest;
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            byte octet = bytes[i];
            switch (octet) {
                case '\n' -> {
                    if (!afterCr) {
                        endLine();
                    }
                }
                case '\r' -> endLine();
                case ' ', '\t' -> blank = true;
                default -> put(octet);
            }
            afterCr = octet == '\r';
        }
    }

    private void endLine() {
        lineEnds++;
        blank = false;
    }

    private void put(byte octet) {
        for (; lineEnds > 0; lineEnds--) {
            add((byte) '\r');
            add((byte) '\n');
        }
        if (blank) {
            add((byte) ' ');
            blank = false;
        }
        add(octet);
        something = true;
    }

    private void add(byte octet) {
        if (filled == ready.length) {
            flush();
        }
        ready[filled++] = octet;
    }

    private void flush() {
        digest.update(ready, 0, filled);
        length += filled;
        filled = 0;
    }

    @Override
    public byte[] hash() {
        if (something) {
            add((byte) '\r');
            add((byte) '\n');
        }
        flush();
        return digest.digest();
    }

    @Override
    public long length() {
        return length;
    }
}
