package org.mailstation.daemon.control;

import java.util.function.Consumer;
import org.mailstation.control.AskChecks;
import org.mailstation.control.AskLetter;
import org.mailstation.control.Checked;
import org.mailstation.control.Progress;
import org.mailstation.control.StationIdentity;
import org.mailstation.records.ComparedRecords;

/** Looks at everything that matters to mail, from the NAS. */
public interface Examining {
    /** What others need in order to look too. Asks nobody. */
    StationIdentity identity();

    /**
     * Which records should stand in the DNS, and which do.
     *
     * @throws InterruptedException if nobody wants the answer any more
     */
    ComparedRecords records() throws InterruptedException;

    /**
     * Lets a test letter go the whole way.
     *
     * @throws InterruptedException if nobody wants the answer any more
     */
    Checked letter(AskLetter request) throws InterruptedException;

    /**
     * Returns when it is done.
     *
     * @param progress told after each check, from any thread
     * @throws InterruptedException if nobody wants the answer any more
     */
    Checked run(AskChecks request, Consumer<Progress> progress) throws InterruptedException;
}
