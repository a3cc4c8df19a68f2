package org.mailstation.desktop.flow;

import org.mailstation.desktop.work.Failure;
import org.mailstation.text.Text;

/** What goes on behind a page. */
public sealed interface Activity {

    Activity IDLE = new Idle();

    /** Nothing: the page waits for the person. */
    record Idle() implements Activity {}

    /**
     * Work is under way and can be cancelled.
     *
     * @param percent 0 to 100; negative: nobody knows
     * @param step what is being done
     * @param stopping the wish to cancel is known, the work tidies up
     */
    record Running(int percent, Text step, boolean stopping) implements Activity {

        /** Nobody knows how far it is. */
        public static Running of(String key, Object... args) {
            return new Running(-1, Text.of(key, args), false);
        }

        Running stop() {
            return new Running(percent, step, true);
        }
    }

    /** The last work did not succeed; it can be tried again. */
    record Failed(Failure failure) implements Activity {}

    default boolean running() {
        return this instanceof Running;
    }
}
