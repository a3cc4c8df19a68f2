package org.mailstation.bounce;

import java.util.List;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceStep;
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

    /** The same with the server that the station asked, where the returned letter names none. */
    Refusal about(Refusal refusal) {
        if (kind != Kind.FOUND
                || !refusal.server().isEmpty()
                || refusal.cause().isBeforeTheirDoor()) {
            return refusal;
        }
        return letters.stream()
                .flatMap(letter -> letter.steps().stream())
                .filter(step -> isNo(step) && step.to().equalsIgnoreCase(refusal.recipient()))
                .reduce((_, later) -> later)
                .map(step -> refusal.by(step.place()))
                .orElse(refusal);
    }

    private static boolean isNo(TraceStep step) {
        boolean asked =
                step.kind() == TraceStep.Kind.DELAYED || step.kind() == TraceStep.Kind.RETURNED;
        return asked && !step.place().isEmpty();
    }

    /**
     * @param why a whole sentence
     */
    public static Logged notAsked(Text why) {
        return new Logged(Kind.NOT_ASKED, List.of(), why);
    }
}
