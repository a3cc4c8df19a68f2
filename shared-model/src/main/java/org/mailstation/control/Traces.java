package org.mailstation.control;

import java.util.List;

/**
 * The ways of letters, the newest first.
 *
 * @param more whether there are older ones, too
 */
public record Traces(List<Trace> letters, boolean more) {
    public Traces {
        letters = List.copyOf(letters);
    }
}
