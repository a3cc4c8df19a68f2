package org.mailstation.daemon.delivery;

import org.mailstation.control.Trace;
import org.mailstation.control.TraceStep;

/** Is told where letters go. Never blocks for long and never fails. */
public interface Journal {
    /** Nobody wants to know. */
    Journal NONE =
            new Journal() {
                @Override
                public void came(Trace letter) {}

                @Override
                public void step(String messageId, TraceStep step) {}
            };

    /** A letter came, with what has become of it so far. */
    void came(Trace letter);

    /**
     * Something became of a letter.
     *
     * @param messageId of the letter, or our number of it where it has none
     */
    void step(String messageId, TraceStep step);
}
