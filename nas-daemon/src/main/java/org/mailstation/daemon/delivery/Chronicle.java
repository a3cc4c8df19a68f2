package org.mailstation.daemon.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.control.TraceStep;

/**
 * What becomes of one letter while it is taken in. It is written down once, when all is known,
 * since most letters are in their mailbox a moment later; before a letter is given to somebody who
 * may have something to add, it is written down so far.
 */
final class Chronicle implements Steps {
    private final Journal journal;
    private final Entry entry;
    private final byte[] results;
    private final Clock clock;
    private final Instant came;
    private final List<TraceStep> steps = new ArrayList<>();
    private boolean written;

    /**
     * @param results the field that tells what was found out; may be empty
     */
    Chronicle(Journal journal, Entry entry, byte[] results, Clock clock) {
        this.journal = journal;
        this.entry = entry;
        this.results = results;
        this.clock = clock;
        this.came = clock.instant();
    }

    Entry entry() {
        return entry;
    }

    @Override
    public void step(TraceStep.Kind kind, String to, String place, String detail) {
        TraceStep step = new TraceStep(clock.instant(), kind, to, place, detail);
        if (written) {
            journal.step(entry.messageId(), step);
        } else {
            steps.add(step);
        }
    }

    /** From now on every step is written down by itself. */
    @Override
    public void write() {
        if (!written) {
            written = true;
            journal.came(entry.trace(came, results, steps));
        }
    }
}
