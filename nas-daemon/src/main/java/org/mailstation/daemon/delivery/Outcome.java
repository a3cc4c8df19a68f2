package org.mailstation.daemon.delivery;

/** What became of a letter for one recipient. */
sealed interface Outcome {
    /**
     * @param server that took it; empty: a mailbox here
     */
    record Arrived(String server) implements Outcome {}

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
        /** we are not let in, whatever the letter is */
        TURNED_AWAY,
        /** our login is refused */
        LOGIN,
        /** it cannot prove that it is the server that was meant */
        IDENTITY
    }
}
