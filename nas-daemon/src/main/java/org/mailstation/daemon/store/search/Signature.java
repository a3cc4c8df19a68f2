package org.mailstation.daemon.store.search;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A few bits for each of a letter's marks (a Bloom filter): it says of some marks by mistake that
 * the letter has them, of none that it has not. A mark stands for two characters at either side of
 * a break, or for two or three in a row of a word that is not in the index as such.
 */
final class Signature {
    /** From here on it says yes to everything. */
    private static final int MOST_MARKS = 30_000;

    private static final int BITS_A_MARK = 7;
    private static final int MIX = 0x9E3779B9;
    private static final int OTHER_MIX = 0x85EBCA6B;
    private static final long UNSIGNED = 0xFFFFFFFFL;

    private final IntOpenHashSet marks = new IntOpenHashSet();

    void clear() {
        if (marks.size() > MOST_MARKS / 4) {
            marks.clear();
            marks.trim();
        } else {
            marks.clear();
        }
    }

    void add(int mark) {
        if (marks.size() <= MOST_MARKS) {
            marks.add(mark);
        }
    }

    /** A break at this place between two characters at either side. */
    static int joint(Kind kind, char[] text, int at) {
        int hash = kind.code();
        for (int i = at - 2; i <= at + 2; i++) {
            hash = mix(hash, text[i]);
        }
        return hash;
    }

    /** Two characters in a row, or three; then {@code c} is not 0. */
    static int row(Kind kind, char a, char b, char c) {
        return mix(mix(mix(-kind.code(), a), b), c);
    }

    private static int mix(int hash, int next) {
        int mixed = (hash ^ next) * MIX;
        return mixed ^ mixed >>> 15;
    }

    /** {@code null} if it says yes to everything. */
    @Nullable BytesRef write() {
        if (marks.size() > MOST_MARKS) {
            return null;
        }
        byte[] bits = new byte[1 + marks.size() * BITS_A_MARK / Byte.SIZE];
        marks.forEach(
                mark -> {
                    set(bits, first(mark, bits.length));
                    set(bits, second(mark, bits.length));
                });
        return new BytesRef(bits);
    }

    static boolean has(BytesRef signature, int mark) {
        return isSet(signature, first(mark, signature.length))
                && isSet(signature, second(mark, signature.length));
    }

    private static int first(int mark, int octets) {
        return (int) ((mark & UNSIGNED) * ((long) octets * Byte.SIZE) >>> Integer.SIZE);
    }

    private static int second(int mark, int octets) {
        return first(mix(mark, 1) * OTHER_MIX, octets);
    }

    private static void set(byte[] bits, int bit) {
        bits[bit >> 3] |= (byte) (1 << (bit & 7));
    }

    private static boolean isSet(BytesRef bits, int bit) {
        return (bits.bytes[bits.offset + (bit >> 3)] & 1 << (bit & 7)) != 0;
    }
}
