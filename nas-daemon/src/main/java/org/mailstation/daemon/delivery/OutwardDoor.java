package org.mailstation.daemon.delivery;

/** Whether the line lets letters out at all; many providers block port 25 outwards. */
@FunctionalInterface
public interface OutwardDoor {
    /** What can be said. */
    enum State {
        OPEN,
        /** Servers that are always there do not answer, either. */
        SHUT,
        UNKNOWN
    }

    /** Asks, and blocks for some seconds at most. */
    State look();
}
