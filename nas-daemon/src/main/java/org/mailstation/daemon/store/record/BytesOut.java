package org.mailstation.daemon.store.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes records compactly: numbers in groups of seven bits, texts as length and UTF-8. */
public final class BytesOut {
    private byte[] buffer = new byte[256];
    private int length;

    public BytesOut number(long value) {
        room(10);
        long zigzag = (value << 1) ^ (value >> 63);
        while ((zigzag & ~0x7FL) != 0) {
            buffer[length++] = (byte) ((zigzag & 0x7F) | 0x80);
            zigzag >>>= 7;
        }
        buffer[length++] = (byte) zigzag;
        return this;
    }

    public BytesOut text(String value) {
        return octets(value.getBytes(StandardCharsets.UTF_8));
    }

    public BytesOut optionalText(@Nullable String value) {
        return value == null ? number(0) : number(1).text(value);
    }

    public BytesOut octets(byte[] value) {
        number(value.length);
        room(value.length);
        System.arraycopy(value, 0, buffer, length, value.length);
        length += value.length;
        return this;
    }

    public BytesOut id(UUID value) {
        fixed(value.getMostSignificantBits());
        fixed(value.getLeastSignificantBits());
        return this;
    }

    private void fixed(long value) {
        room(8);
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer[length++] = (byte) (value >>> shift);
        }
    }

    public byte[] toArray() {
        return Arrays.copyOf(buffer, length);
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
