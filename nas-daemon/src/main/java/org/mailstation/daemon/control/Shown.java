package org.mailstation.daemon.control;

import org.jspecify.annotations.Nullable;

/** What others say about themselves, as it may stand in a log. */
final class Shown {
    private Shown() {}

    /**
     * The name of the other program comes from outside: no control characters and no novel in the
     * log.
     */
    static String printable(@Nullable String name) {
        String clean = String.valueOf(name).replaceAll("[^\\x20-\\x7e]", "?");
        return clean.length() > 80 ? clean.substring(0, 80) : clean;
    }
}
