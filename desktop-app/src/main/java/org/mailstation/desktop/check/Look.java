package org.mailstation.desktop.check;

import java.util.function.Consumer;
import org.mailstation.check.Selection;
import org.mailstation.control.Progress;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.diagnosis.CheckReport;

/** A look at the whole station, from all places that one can look from. */
@FunctionalInterface
public interface Look {
    /**
     * Looks; takes up to 20 seconds. That the NAS cannot be asked is a finding.
     *
     * @param progress called from any thread
     * @throws FailureException if the person cancels, or does not get in
     */
    CheckReport run(
            Visit visit, Selection wanted, Consumer<Progress> progress, Cancellation cancellation)
            throws FailureException;
}
