package org.mailstation.daemon.apply;

import java.time.Duration;

/** Lets something happen later. */
public interface Timer {
    /** Runs the action once after the delay, on a thread of the timer's own. */
    Pending after(Duration delay, Runnable action);

    /** An action that has not happened yet. */
    interface Pending {
        /** It shall not happen. Too late is no error. */
        void cancel();
    }
}
