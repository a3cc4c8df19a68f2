package org.mailstation.daemon.delivery;

import java.time.Clock;
import org.mailstation.control.TraceStep;

/** Takes down what becomes of one letter. */
interface Steps {
    void step(TraceStep.Kind kind, String to, String place, String detail);

    /** Whoever looks now sees all that was taken down. */
    void write();

    /** Those of a letter that is known already. */
    static Steps at(Journal journal, String messageId, Clock clock) {
        return new Steps() {
            @Override
            public void step(TraceStep.Kind kind, String to, String place, String detail) {
                journal.step(messageId, new TraceStep(clock.instant(), kind, to, place, detail));
            }

            @Override
            public void write() {
                // it has been
            }
        };
    }
}
