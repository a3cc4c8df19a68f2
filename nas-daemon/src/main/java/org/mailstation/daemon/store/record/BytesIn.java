package org.mailstation.daemon.store.record;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what {@link BytesOut} wrote; anything else is an {@link IllegalArgumentException}. */
public final class BytesIn {
    private final byte[] buffer;
    private int at;

    public BytesIn(byte[] buffer) {
        this(buffer, 0);
    }

    /**
     * @param from where reading begins
     */
    BytesIn(byte[] buffer, int from) {
        this.buffer = buffer;
        this.at = from;
    }

    /** How much has been read. */
    int position() {
        return at;
    }

    /** Passes over a text or octets. */
    void skip() {
        int length = count();
        at += length;
    }

    public long number() {
        long result = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = take();
            result |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return (result >>> 1) ^ -(result & 1);
            }
        }
        throw new IllegalArgumentException("number too long");
    }

    /** A number of things that follow, each at least one octet long. */
    public int count() {
        long value = number();
        if (value < 0 || value > buffer.length - at) {
            throw new IllegalArgumentException(
                    "length " + value + " with " + (buffer.length - at) + " octets left");
        }
        return (int) value;
    }

    public String text() {
        int length = count();
        String value = new String(buffer, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    public @Nullable String optionalText() {
        return number() == 0 ? null : text();
    }

    public byte[] octets() {
        return fixed(count());
    }

    /** Octets whose number was told before. */
    byte[] fixed(int length) {
        if (length < 0 || length > buffer.length - at) {
            throw new IllegalArgumentException("record ends too early");
        }
        byte[] value = new byte[length];
        System.arraycopy(buffer, at, value, 0, length);
        at += length;
        return value;
    }

    public UUID id() {
        return new UUID(fixed(), fixed());
    }

    private long fixed() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | (take() & 0xFF);
        }
        return value;
    }

    private byte take() {
        if (at >= buffer.length) {
            throw new IllegalArgumentException("record ends too early");
        }
        return buffer[at++];
    }
}
