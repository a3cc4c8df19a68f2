package org.mailstation.daemon.mail.imap.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Octets that are put together and then given away. */
final class Octets {
    private static final int LONGEST_NUMBER = 20;

    private byte[] buffer;
    private int length;

    Octets(int room) {
        buffer = new byte[room];
    }

    int length() {
        return length;
    }

    /** Goes back to an earlier length. */
    void cut(int shorter) {
        length = shorter;
    }

    Octets add(byte[] octets) {
        return add(octets, 0, octets.length);
    }

    Octets add(byte[] octets, int from, int to) {
        room(to - from);
        System.arraycopy(octets, from, buffer, length, to - from);
        length += to - from;
        return this;
    }

    /**
     * Reads so many octets, or fewer at the end.
     *
     * @return how many
     */
    int fill(InputStream in, int most) throws IOException {
        room(most);
        int read = in.readNBytes(buffer, length, most);
        length += read;
        return read;
    }

    Octets add(char ascii) {
        room(1);
        buffer[length++] = (byte) ascii;
        return this;
    }

    Octets add(String ascii) {
        return add(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    Octets add(long number) {
        room(LONGEST_NUMBER);
        if (number < 0) {
            return add(Long.toString(number));
        }
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int at = length + digits - 1; at >= length; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    /** With a zero in front where it has one digit only. */
    Octets twoDigits(int number) {
        return add((char) ('0' + number / 10)).add((char) ('0' + number % 10));
    }

    /** What is in it; it is empty afterwards. */
    byte[] take() {
        byte[] all = Arrays.copyOf(buffer, length);
        length = 0;
        return all;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
