package org.mailstation.daemon.letter;

import java.time.Duration;
import java.util.List;

/** What came of waiting for a letter. */
sealed interface Arrival {
    /**
     * It is in the mailbox.
     *
     * @param trace the way that it came, one line a server
     */
    record InTheMailbox(Duration after, List<String> trace) implements Arrival {
        public InTheMailbox {
            trace = List.copyOf(trace);
        }
    }

    /** The station took it, but the mailbox does not show it. */
    record Lost() implements Arrival {}

    /** It has not come. */
    record NotYet(Duration waited) implements Arrival {}
}
