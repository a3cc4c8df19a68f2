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
     * @param forAll no letter to this destination would fare better now: nobody answered, or we are
     *     not let in
     */
    record NotNow(SmtpReply reply, String server, boolean forAll) implements Outcome {
        NotNow(SmtpReply reply, String server) {
            this(reply, server, false);
        }
    }
}
