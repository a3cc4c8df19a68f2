package org.mailstation.line;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailstation.standing.Source;
import org.mailstation.standing.Told;

/** A source that may be asked only so often; in between its last answer counts. */
public final class Remembered implements AddressSource {
    /** What DynDNS asks of everybody. */
    public static final Duration POLITE = Duration.ofMinutes(10);

    private final AddressSource source;
    private final Duration pause;
    private final Clock clock;
    private @Nullable Told last;
    private Instant asked = Instant.EPOCH;

    public Remembered(AddressSource source, Duration pause, Clock clock) {
        this.source = source;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public Source source() {
        return source.source();
    }

    @Override
    public synchronized Told ask() {
        Instant now = clock.instant();
        Told known = last;
        if (known == null || !now.isBefore(asked.plus(pause))) {
            asked = now;
            known = source.ask();
            last = known;
        }
        return known;
    }
}
