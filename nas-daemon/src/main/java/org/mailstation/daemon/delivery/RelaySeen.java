package org.mailstation.daemon.delivery;

import java.time.Instant;
import java.util.Collection;

/**
 * What the relay did with the last letter.
 *
 * @param words its own, or what the system says; never a secret
 */
public record RelaySeen(Instant at, Kind kind, String words) {
    /** From good to bad. */
    public enum Kind {
        /** it takes letters; what becomes of a certain one is said to its sender */
        WORKS,
        /** nobody answered, or the connection broke */
        SILENT,
        /** it lets us not in, and does not say that it is the login */
        TURNS_AWAY,
        WRONG_LOGIN,
        /** its certificate is not good for its name */
        NOT_PROVEN
    }

    /**
     * Judges by what became of one letter.
     *
     * @param outcomes for its recipients, at least one
     */
    static RelaySeen of(Collection<Outcome> outcomes, Instant now) {
        return switch (outcomes.iterator().next()) {
            case Outcome.NotNow(SmtpReply reply, String _, Outcome.Why why) ->
                    new RelaySeen(now, kind(why), reply.toString());
            case Outcome.Failed(SmtpReply reply, String _) ->
                    new RelaySeen(now, Kind.WORKS, reply.toString());
            case Outcome.Arrived _ -> new RelaySeen(now, Kind.WORKS, "taken");
        };
    }

    private static Kind kind(Outcome.Why why) {
        return switch (why) {
            case LETTER -> Kind.WORKS;
            case SILENCE, NO_WAY -> Kind.SILENT;
            case TURNED_AWAY -> Kind.TURNS_AWAY;
            case LOGIN -> Kind.WRONG_LOGIN;
            case IDENTITY -> Kind.NOT_PROVEN;
        };
    }
}
