package org.mailstation.daemon.store;

import java.util.concurrent.atomic.AtomicLong;

/** How much of letters may be held in memory at a time while they wait for their commit. */
final class Carrying {
    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /**
     * @param most octets
     */
    Carrying(long most) {
        this.most = most;
    }

    /**
     * @return whether there is room for so many octets
     */
    boolean take(long octets) {
        if (taken.addAndGet(octets) <= most) {
            return true;
        }
        giveBack(octets);
        return false;
    }

    void giveBack(long octets) {
        taken.addAndGet(-octets);
    }
}
