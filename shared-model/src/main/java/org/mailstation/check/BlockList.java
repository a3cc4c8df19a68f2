package org.mailstation.check;

/**
 * A list in the DNS of addresses or names that many mail servers refuse (RFC 5782).
 *
 * @param zone without the last dot
 * @param listed an entry that is always there, to see if the list answers to us
 * @param clean an entry that is never there, to see if it lists everything
 */
public record BlockList(String zone, String listed, String clean) {
    /** A list of addresses: the entries to test it by are the same everywhere (RFC 5782 5). */
    public static BlockList ofAddresses(String zone) {
        return new BlockList(zone, "2.0.0.127", "1.0.0.127");
    }
}
