package org.mailstation.router;

import java.time.Duration;

/** Tells from a router's own count of seconds whether it has begun anew; RFC 6886 3.6. */
public final class Restart {
    private static final long SLACK_SECONDS = 2;

    private Restart() {}

    /**
     * Whether the router has lost its entries between two looks.
     *
     * @param before its count at the first look; negative: not told
     * @param passed between the looks, by our own clock
     * @param now its count at the second; negative: not told
     */
    public static boolean between(long before, Duration passed, long now) {
        // its clock may be slow by an eighth, and never goes backwards
        return before >= 0 && now >= 0 && now + SLACK_SECONDS < before + passed.toSeconds() * 7 / 8;
    }
}
