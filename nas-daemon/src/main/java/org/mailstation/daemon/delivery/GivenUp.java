package org.mailstation.daemon.delivery;

/** What is said of a letter that somebody who looks after the station has had given up. */
public final class GivenUp {
    /** RFC 3463 has no code for it; 5.3.0 is what else a mail system may say of itself. */
    static final SmtpReply REPLY =
            new SmtpReply(554, "5.3.0 Given up by whoever looks after this mail server");

    private GivenUp() {}

    /** Whether this is our own word for it, and no other server's. */
    public static boolean is(String reply) {
        return reply.equals(REPLY.toString());
    }
}
