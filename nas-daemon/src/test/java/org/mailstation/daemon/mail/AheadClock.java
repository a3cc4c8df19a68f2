package org.mailstation.daemon.mail;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** The real time, and some more. */
final class AheadClock extends Clock {
    private final LongSupplier aheadMillis;

    AheadClock(LongSupplier aheadMillis) {
        this.aheadMillis = aheadMillis;
    }

    @Override
    public Instant instant() {
        return Instant.now().plusMillis(aheadMillis.getAsLong());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
