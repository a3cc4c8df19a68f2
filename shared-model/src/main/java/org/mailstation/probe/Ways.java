package org.mailstation.probe;

import java.net.InetSocketAddress;
import java.time.Duration;

/** Tries whether a connection comes up; says nothing and hangs up. */
@FunctionalInterface
public interface Ways {
    /** What became of a try to connect. */
    enum Reached {
        CONNECTED,
        /** refused at once: a computer is there, and nothing listens */
        REFUSED,
        /** nothing came back in time */
        SILENT,
        /** no way to that address from here */
        NO_WAY;

        /** Whether a computer is there. */
        public boolean somebody() {
            return this == CONNECTED || this == REFUSED;
        }
    }

    Reached reach(InetSocketAddress where, Duration patience);
}
