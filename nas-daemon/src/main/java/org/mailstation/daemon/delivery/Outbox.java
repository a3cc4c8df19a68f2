package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** Letters on their way to other servers, kept on the disk until they have arrived or gone back. */
@FunctionalInterface
public interface Outbox {
    /**
     * One letter and what is still to do with it.
     *
     * @param accepted when we took it: from then on the days of trying count
     * @param tries that have failed so far
     */
    record Entry(Envelope envelope, Letter letter, Instant accepted, int tries) {}

    /**
     * Keeps a letter, one copy for each domain it goes to: what one server refuses for now holds up
     * nobody else. When this returns, it is on the disk.
     *
     * @param delay until the first or next try
     */
    void put(Entry entry, Duration delay) throws IOException;
}
