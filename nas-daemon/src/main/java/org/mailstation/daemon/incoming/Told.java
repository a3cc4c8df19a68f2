package org.mailstation.daemon.incoming;

import java.util.Locale;

/**
 * The result of one way to find out, in the words that all ways share (RFC 8601 2.7).
 *
 * @param about what it speaks of: a domain, an address; may be empty
 * @param why in a few technical words; may be empty
 */
public record Told(Result result, String about, String why) {
    /** What there is to tell. */
    public enum Result {
        PASS,
        FAIL,
        SOFTFAIL,
        NEUTRAL,
        /** nothing is published, or it could not apply */
        NONE,
        POLICY,
        PERMERROR,
        /** nobody could tell now */
        TEMPERROR;

        /** As it stands in a header. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Told of(Result result, String about) {
        return new Told(result, about, "");
    }
}
