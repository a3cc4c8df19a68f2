package org.mailstation.router.pcp;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * The 96 bits by which a router knows again who asked for a mapping: without them nobody renews or
 * removes it; RFC 6887 11.1. To be kept over restarts, and to oneself.
 */
public final class Nonce {
    /** In bytes. */
    private static final int LENGTH = 12;

    private final byte[] bytes;

    private Nonce(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public static Nonce random(RandomGenerator source) {
        byte[] bytes = new byte[LENGTH];
        source.nextBytes(bytes);
        return new Nonce(bytes);
    }

    /**
     * What {@link #hex} wrote.
     *
     * @throws IllegalArgumentException if it is not 24 hexadecimal digits
     */
    public static Nonce of(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("not a nonce of " + LENGTH + " bytes");
        }
        return new Nonce(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Whether a router's answer carries it from that byte on. */
    boolean standsIn(byte[] datagram, int from) {
        return datagram.length >= from + LENGTH
                && Arrays.equals(bytes, Arrays.copyOfRange(datagram, from, from + LENGTH));
    }

    @Override
    public String toString() {
        return "a nonce"; // who knows it can remove the mappings
    }
}
