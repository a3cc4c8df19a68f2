package org.mailstation.daemon.store;

/**
 * How many letters one commit changes, copies or removes at most. Until the index is written it
 * holds some pages for each of them, in a large store one of its own for nearly each, and James
 * holds what it tells about them: 2 000 letters were too many for a heap of 48 MB.
 */
public final class Slice {
    private static final int FEWEST = 500;
    private static final int MOST = 2000;
    private static final long MEGABYTE = 1 << 20;
    private static final long MEGABYTES_OF_OTHERS = 32;
    private static final long LETTERS_A_MEGABYTE = 32;

    /** On this computer. */
    public static final int LETTERS = letters(Runtime.getRuntime().maxMemory());

    private Slice() {}

    /**
     * @param heap octets that there may be at most
     */
    static int letters(long heap) {
        long letters = (heap / MEGABYTE - MEGABYTES_OF_OTHERS) * LETTERS_A_MEGABYTE;
        return (int) Math.clamp(letters, FEWEST, MOST);
    }
}
