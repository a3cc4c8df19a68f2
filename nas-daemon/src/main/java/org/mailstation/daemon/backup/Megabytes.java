package org.mailstation.daemon.backup;

/** Room in words. */
final class Megabytes {
    private static final long ONE = 1_000_000;

    private Megabytes() {}

    /** In 10⁶ octets, never less than there are. */
    static long of(long octets) {
        return octets / ONE + (octets % ONE == 0 ? 0 : 1);
    }
}
