package org.mailstation.bounce;

import java.util.List;

/** What was read. */
public sealed interface Reading {

    /**
     * A letter that was not delivered, or not yet.
     *
     * @param reporter the server that says so; empty: not said
     * @param refusals one a recipient, never none
     * @param cut whether only its beginning was read, as it is very long
     */
    record Returned(String reporter, Original original, List<Refusal> refusals, boolean cut)
            implements Reading {
        public Returned {
            refusals = List.copyOf(refusals);
        }
    }

    /** Nothing of that kind. */
    record Other(NoBounce what) implements Reading {}
}
