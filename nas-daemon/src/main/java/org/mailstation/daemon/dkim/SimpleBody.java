package org.mailstation.daemon.dkim;

import java.security.MessageDigest;

/**
 * The hash of a body in its simple form (RFC 6376 3.4.3): as it is, but empty lines at its end do
 * not count, and it ends with a line end. Lines end with CR LF: nothing else comes in.
 */
final class SimpleBody implements BodyHash {
    private static final byte[] LINE_END = {'\r', '\n'};

    private final MessageDigest digest;
    private long length;

    /** Ends of lines that count only if something follows. */
    private long lineEnds;

    private boolean cr;

    SimpleBody(MessageDigest digest) {
        this.digest = digest;
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        int start = offset;
        for (int i = offset; i < offset + length; i++) {
            byte octet = bytes[i];
            if (octet == '\r' || (octet == '\n' && cr)) {
                add(bytes, start, i - start);
                start = i + 1;
                lineEnds += octet == '\n' ? 1 : 0;
                cr = octet == '\r';
            } else if (lineEnds > 0 || cr) {
                writeLineEnds();
            }
        }
        add(bytes, start, offset + length - start);
    }

    private void add(byte[] bytes, int offset, int count) {
        if (count > 0) {
            digest.update(bytes, offset, count);
            length += count;
        }
    }

    private void writeLineEnds() {
        for (; lineEnds > 0; lineEnds--) {
            add(LINE_END, 0, 2);
        }
        if (cr) {
            add(LINE_END, 0, 1);
            cr = false;
        }
    }

    @Override
    public byte[] hash() {
        // also of a body that is empty
        add(LINE_END, 0, 2);
        return digest.digest();
    }

    @Override
    public long length() {
        return length;
    }
}
