package org.mailstation.daemon.backup;

import java.util.Arrays;

/**
 * Which contents there are, by the first 64 bits of their SHA-256: eight octets each, so that two
 * hundred thousand fit beside everything else.
 */
public final class Known {
    private static final int FEWEST = 1024;

    private long[] slots = new long[FEWEST];
    private int count;

    private static long key(String hash) {
        long key = Long.parseUnsignedLong(hash, 0, 16, 16);
        return key == 0 ? 1 : key;
    }

    public void add(String hash) {
        if (2 * count >= slots.length) {
            long[] old = slots;
            slots = new long[2 * old.length];
            Arrays.stream(old).filter(key -> key != 0).forEach(key -> slots[slot(key)] = key);
        }
        int slot = slot(key(hash));
        count += slots[slot] == 0 ? 1 : 0;
        slots[slot] = key(hash);
    }

    public boolean has(String hash) {
        return slots[slot(key(hash))] != 0;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** Where it is, or would be. */
    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) (key >>> 32) & mask;
        while (slots[slot] != 0 && slots[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
