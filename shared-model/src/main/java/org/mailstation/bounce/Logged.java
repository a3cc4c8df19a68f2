package org.mailstation.bounce;

import java.util.List;
import org.mailstation.control.Trace;
import org.mailstation.text.Text;

/**
 * What the station's own log has to a returned letter.
 *
 * @param letters those found, at most one
 * @param text the same for a person
 */
public record Logged(Kind kind, List<Trace> letters, Text text) {
    /** How it went. */
    public enum Kind {
        /** the letter itself */
        FOUND,
        /** a letter to the same recipient that had trouble */
        SIMILAR,
        /** the log reaches back far enough, and the letter is not in it */
        MISSING,
        /** it is not in it, which may be because the log begins later */
        NOT_COVERED,
        /** nothing in the returned letter can be looked for */
        NOTHING,
        NOT_ASKED
    }

    public Logged {
        letters = List.copyOf(letters);
    }

    /**
     * @param why a whole sentence
     */
    public static Logged notAsked(Text why) {
        return new Logged(Kind.NOT_ASKED, List.of(), why);
    }
}
