package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Letters on their way to other servers, kept on the disk until they have arrived or gone back. */
@FunctionalInterface
public interface Outbox {
    /**
     * One letter and what is still to do with it.
     *
     * @param accepted when we took it: from then on the days of trying count
     * @param tries that have failed so far
     * @param warned whether its sender knows that it waits
     */
    record Entry(Envelope envelope, Letter letter, Instant accepted, int tries, boolean warned) {
        /** A letter that has just been taken. */
        Entry(Envelope envelope, Letter letter, Instant accepted, int tries) {
            this(envelope, letter, accepted, tries, false);
        }

        /** The same for others. */
        Entry with(Envelope other) {
            return new Entry(other, letter, accepted, tries, warned);
        }
    }

    /**
     * What is still to do after a try. It takes effect in one step: no crash leaves a letter twice
     * in the outbox, or lets it go without its report.
     *
     * @param waiting for whom it is to be tried again; nobody: the letter leaves the outbox
     * @param pause until then
     * @param further letters that came of it
     * @param warned whether its sender knows that it waits
     */
    record Rest(Envelope waiting, Duration pause, List<Entry> further, boolean warned) {
        public Rest {
            further = List.copyOf(further);
        }
    }

    /**
     * Keeps a letter, one copy for each domain it goes to: what one server refuses for now holds up
     * nobody else. When this returns, it is on the disk; if it fails, nothing of it is.
     *
     * @param delay until the first or next try
     */
    void put(Entry entry, Duration delay) throws IOException;
}
