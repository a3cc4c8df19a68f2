package org.mailstation.daemon.queue;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Names for entries that sort in the order in which they were made, also over restarts: {@code
 * 20261124T081500.123-0001}.
 */
final class EntryIds {
    private static final int A_MILLISECOND = 10_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private long last;

    EntryIds(Clock clock) {
        this.clock = clock;
    }

    /** Never again gives an id that is not greater than this one, even if the clock went back. */
    synchronized void seen(String id) {
        int dash = id.lastIndexOf('-');
        try {
            long millis =
                    Instant.from(TIME.parse(id.substring(0, Math.max(dash, 0)))).toEpochMilli();
            last = Math.max(last, millis * A_MILLISECOND + Long.parseLong(id.substring(dash + 1)));
        } catch (DateTimeException | NumberFormatException e) {
            // not one of ours: whoever put it there chose a name that cannot collide
        }
    }

    synchronized String next() {
        last = Math.max(clock.millis() * A_MILLISECOND, last + 1);
        return TIME.format(Instant.ofEpochMilli(last / A_MILLISECOND))
                + String.format(Locale.ROOT, "-%04d", last % A_MILLISECOND);
    }
}
