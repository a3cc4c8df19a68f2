package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A letter as SMTP and POP3 carry it: every line end is CR LF whatever it was, every dot at the
 * start of a line is doubled, and a line of one dot follows at the end (RFC 5321 4.5.2, RFC 1939
 * 3), so that no other program takes a part of the letter for its end.
 */
public final class DotStuffed extends InputStream {
    private static final int READ = 16 * 1024;

    private final InputStream letter;
    private final byte[] raw = new byte[READ];

    /** At worst every octet becomes two. */
    private final byte[] ready = new byte[2 * READ];

    private int position;
    private int filled;
    private boolean lineStart = true;
    private boolean afterCr;
    private boolean ended;

    /**
     * @param letter closed with this
     */
    public DotStuffed(InputStream letter) {
        this.letter = letter;
    }

    @Override
    public int read() throws IOException {
        return fill() ? ready[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, filled - position);
        System.arraycopy(ready, position, target, offset, count);
        position += count;
        return count;
    }

    /**
     * @return whether there is something ready
     */
    private boolean fill() throws IOException {
        while (position == filled && !ended) {
            position = 0;
            filled = 0;
            int count = letter.read(raw);
            if (count < 0) {
                end();
            }
            take(count);
        }
        return position < filled;
    }

    /** Line by line: octet by octet it took as long as sending the letter. */
    private void take(int count) {
        int from = 0;
        while (from < count) {
            int to = endOfText(from, count);
            if (to > from) {
                put(from, to);
            }
            if (to < count) {
                putLineEnd(raw[to]);
                to++;
            }
            from = to;
        }
    }

    private int endOfText(int from, int count) {
        byte[] octets = raw;
        int i = from;
        // one comparison is enough for nearly all octets
        while (i < count && (octets[i] > '\r' || octets[i] != '\r' && octets[i] != '\n')) {
            i++;
        }
        return i;
    }

    private void put(int from, int to) {
        if (lineStart && raw[from] == '.') {
            ready[filled++] = '.';
        }
        System.arraycopy(raw, from, ready, filled, to - from);
        filled += to - from;
        lineStart = false;
        afterCr = false;
    }

    private void putLineEnd(byte octet) {
        boolean secondOfPair = octet == '\n' && afterCr;
        afterCr = octet == '\r';
        if (!secondOfPair) {
            endLine();
        }
    }

    private void endLine() {
        ready[filled++] = '\r';
        ready[filled++] = '\n';
        lineStart = true;
    }

    private void end() {
        if (!lineStart) {
            endLine();
        }
        ready[filled++] = '.';
        endLine();
        ended = true;
    }

    @Override
    public void close() throws IOException {
        letter.close();
    }
}
