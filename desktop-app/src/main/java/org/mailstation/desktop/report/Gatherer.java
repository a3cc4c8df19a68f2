package org.mailstation.desktop.report;

import org.mailstation.desktop.check.Visit;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** Asks everything that belongs on a report. */
@FunctionalInterface
public interface Gatherer {
    /**
     * Takes up to half a minute. That the NAS cannot be asked is no failure.
     *
     * @throws FailureException if the person cancels, or does not get in
     */
    Gathered gather(Visit visit, Steps steps, Cancellation cancellation) throws FailureException;
}
