package org.mailstation.daemon.letter;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.check.Scene;
import org.mailstation.daemon.delivery.Handed;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/**
 * What the fate of a test letter says.
 *
 * @param way how it went, as in the names of the findings: {@code letter:WAY}
 * @param to whose mailbox it is for
 */
record LetterFindings(Scene scene, String way, String to, List<Evidence> evidence) {
    LetterFindings(Scene scene, String way, String to) {
        this(scene, way, to, new ArrayList<>());
    }

    void note(String asked, String answered) {
        evidence.add(scene.evidence(asked, answered));
    }

    void note(String asked, Post.Fate fate) {
        note(asked, words(fate.handed()));
        Arrival arrival = fate.arrival();
        if (arrival != null) {
            note(arrival);
        }
    }

    static String words(Handed handed) {
        return switch (handed) {
            case Handed.Taken _ -> "taken";
            case Handed.Refused(var words) -> words;
            case Handed.Unreachable(var words) -> words;
        };
    }

    /** As the trace in its header tells it. */
    void note(Arrival arrival) {
        switch (arrival) {
            case Arrival.InTheMailbox(var after, var trace) -> {
                note("INBOX of " + to, "there after " + after.toMillis() + " ms");
                for (int i = 0; i < trace.size(); i++) {
                    note("trace, server " + (i + 1), trace.get(i));
                }
            }
            case Arrival.Lost() -> note("INBOX of " + to, "taken, but not to be found there");
            case Arrival.NotYet(var waited) ->
                    note("INBOX of " + to, "not there after " + waited.toSeconds() + " s");
        }
    }

    Finding arrived(Arrival.InTheMailbox arrival, Object... args) {
        Object[] all = new Object[args.length + 2];
        all[0] = to;
        all[1] = String.valueOf(Math.max(1, arrival.after().toSeconds()));
        System.arraycopy(args, 0, all, 2, args.length);
        return seen().pass(Text.of("letter." + way + ".ok", all));
    }

    /** The station has taken it, and yet nobody can read it. */
    Finding lost() {
        return seen().fail(Severity.CRITICAL, Text.of("letter.lost", to), null);
    }

    Observation seen() {
        return new Observation("letter:" + way, Hop.MAILBOX, evidence);
    }
}
