package org.mailstation.records;

import java.util.List;

/**
 * A record that should be there beside what is.
 *
 * @param published what stands under that name and type now; of TXT records only those of the same
 *     kind
 */
public record Comparison(WantedRecord wanted, State state, List<String> published) {
    public Comparison {
        published = List.copyOf(published);
    }

    /** How both go together. */
    public enum State {
        MATCHES,
        DIFFERS,
        MISSING,
        /** nobody could tell what is published */
        UNTOLD
    }
}
