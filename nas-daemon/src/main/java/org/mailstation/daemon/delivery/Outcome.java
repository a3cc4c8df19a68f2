package org.mailstation.daemon.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.assurance.Protection;

/** What became of a letter for one recipient. */
sealed interface Outcome {
    /**
     * @param server that took it; empty: a mailbox here
     * @param protection on the way there
     * @param willTell whether the server tells the sender itself what becomes of it (RFC 3461)
     */
    record Arrived(String server, Protection protection, boolean willTell) implements Outcome {
        /** In a mailbox here. */
        static final Arrived HERE = new Arrived("", Protection.CLEAR, false);
    }

    /** The same for each recipient. */
    static Map<Address, Outcome> all(Envelope envelope, Outcome outcome) {
        Map<Address, Outcome> outcomes = new LinkedHashMap<>();
        envelope.recipients().forEach(recipient -> outcomes.put(recipient, outcome));
        return outcomes;
    }

    /** What another server said; empty where the letter arrived. */
    default Optional<SmtpReply> answer() {
        return switch (this) {
            case Arrived _ -> Optional.empty();
            case Failed failed -> Optional.of(failed.reply());
            case NotNow later -> Optional.of(later.reply());
        };
    }

    /** The server that it is about; empty: us. */
    String server();

    /**
     * It will never arrive.
     *
     * @param server that said so; empty: we know it ourselves
     */
    record Failed(SmtpReply reply, String server) implements Outcome {}

    /**
     * Perhaps another time.
     *
     * @param why what it is about
     */
    record NotNow(SmtpReply reply, String server, Why why) implements Outcome {
        NotNow(SmtpReply reply, String server) {
            this(reply, server, Why.LETTER);
        }

        /** No letter to this destination would fare better now. */
        boolean forAll() {
            return why != Why.LETTER;
        }
    }

    /** What stands between a letter and a server. */
    enum Why {
        /** this letter or this recipient */
        LETTER,
        /** nobody answered */
        SILENCE,
        /** not even a connection came about */
        NO_WAY,
        /** we are not let in, whatever the letter is */
        TURNED_AWAY,
        /** our login is refused */
        LOGIN,
        /** it cannot prove that it is the server that was meant */
        IDENTITY
    }
}
