package org.mailstation.desktop.flow;

import org.mailstation.desktop.work.Failure;
import org.mailstation.desktop.work.FailureException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What work aside ended with, as something that can be shown. */
final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    /** The failure in an exception; one that nobody foresaw is logged and gets a code. */
    static Failure of(Exception fault) {
        if (fault instanceof FailureException expected) {
            return expected.failure();
        }
        Surprise surprise = Surprise.of(fault);
        LOG.error("unexpected, {}:\n{}", surprise.code(), surprise.details());
        return surprise;
    }
}
