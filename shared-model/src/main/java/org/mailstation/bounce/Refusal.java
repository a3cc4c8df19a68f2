package org.mailstation.bounce;

/**
 * What became of a letter for one recipient.
 *
 * @param recipient the address; empty: not said
 * @param server who refused, a name or an address; empty: not said, or nobody was reached
 * @param provider whose server that is, as people call it; empty: nobody who is known here
 * @param list the block list that is named; empty: none
 * @param reply the answer in the words of the server, one line; empty: none was quoted
 */
public record Refusal(
        String recipient,
        String server,
        String provider,
        Cause cause,
        String list,
        Again again,
        String reply) {

    static Refusal of(String recipient, String server, Cause cause, Again again, String reply) {
        return of(recipient, server, cause, again, reply, reply);
    }

    /**
     * @param said the words in which whose server it is and a list may be named
     */
    static Refusal of(
            String recipient, String server, Cause cause, Again again, String reply, String said) {
        boolean asked = !server.isEmpty() || !cause.isBeforeTheirDoor();
        return new Refusal(
                recipient,
                server,
                asked ? MailSystem.of(server, said, recipient) : "",
                cause,
                BlockList.in(said),
                again,
                reply);
    }

    /**
     * Whose server it was, as people call it; empty: nobody who is known here.
     *
     * @param server that was asked, which knows better than the domain of the recipient: many a
     *     family has its domain at a large provider; may be empty
     */
    public static String provider(String server, String reply, String recipient) {
        return MailSystem.of(server, reply, recipient);
    }

    /** The same with another reason. */
    public Refusal because(Cause other) {
        return new Refusal(recipient, server, provider, other, list, again, reply);
    }

    /** The same of a server that was not named yet. */
    Refusal by(String other) {
        return of(recipient, other, cause, again, reply);
    }

    /** The same for somebody who was named elsewhere. */
    Refusal to(String other) {
        return new Refusal(other, server, provider, cause, list, again, reply);
    }

    /** How much it says: an answer that gives a reason says most. */
    int worth() {
        int said = reply.isEmpty() ? 0 : 1;
        return said
                + switch (cause) {
                    case UNKNOWN -> 0;
                    case OTHER, LATER -> 2;
                    case EXPIRED -> 4;
                    default -> 6;
                };
    }
}
