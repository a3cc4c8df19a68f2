package org.mailstation.config;

import java.time.Duration;

/** How often something is done by itself: a number and {@code h} or {@code d}, as {@code 12h}. */
public final class Rhythm {
    /** What it looks like. */
    public static final String FORM = "[1-9][0-9]{0,2}[hd]";

    private Rhythm() {}

    /**
     * To be counted with; only of what the rules let pass.
     *
     * @throws NumberFormatException if it is something else
     */
    public static Duration of(String every) {
        long number = Long.parseLong(every.substring(0, every.length() - 1));
        return every.endsWith("h") ? Duration.ofHours(number) : Duration.ofDays(number);
    }
}
