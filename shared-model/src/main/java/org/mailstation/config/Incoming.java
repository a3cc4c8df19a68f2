package org.mailstation.config;

import java.util.List;

/**
 * What is done with letters of strangers: those that come to port 25 without a login.
 *
 * @param dmarc what happens to letters that only pretend to be from their author's domain
 * @param greylisting servers that nobody knows and nobody vouches for are asked to come again in
 *     some minutes (RFC 6647)
 * @param learning letters that a person's moves into the junk folder and out of it have taught to
 *     be junk go there by themselves
 * @param blockLists lists in the DNS of addresses that send junk (RFC 5782), without the last dot;
 *     whoever stands there, and is not proven to write for his domain, goes into the junk folder
 */
public record Incoming(
        Dmarc dmarc, boolean greylisting, boolean learning, List<String> blockLists) {
    public static final Incoming USUAL =
            new Incoming(Dmarc.APPLY, true, true, List.of("zen.spamhaus.org"));

    public Incoming {
        blockLists = List.copyOf(blockLists);
    }

    /** What a domain asks others to do with forged letters (RFC 7489 6.3). */
    public enum Dmarc {
        /** is done: they are refused or go into the junk folder */
        APPLY,
        /** is noted in the letter only */
        NOTE
    }
}
