package org.mailstation.daemon.delivery;

/** What became of a letter that was handed over. */
public sealed interface Verdict {
    /** It is on the disk: from now on it is ours to deliver or to return. */
    record Accepted(String id) implements Verdict {}

    /**
     * It will not be taken. {@code reply} is a whole SMTP reply line without its end, code first
     * (RFC 5321 4.2, RFC 3463).
     */
    record Refused(String reply) implements Verdict {}
}
