package org.mailstation.daemon.store.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.james.mailbox.model.SearchQuery.DateOperator;

/**
 * Before, on or after a date, in the exactness that is asked for, as a range. Dates are in UTC.
 *
 * @param from milliseconds since 1970, included
 * @param to milliseconds since 1970, not included
 * @param ofDays whether only days count, or more than days
 */
record DateRule(long from, long to, boolean ofDays) {
    private static final long DAY = ChronoUnit.DAYS.getDuration().toMillis();

    static DateRule of(DateOperator operator) {
        OffsetDateTime date =
                Instant.ofEpochMilli(operator.getDate().getTime()).atOffset(ZoneOffset.UTC);
        return switch (operator.getDateResultion()) {
            case Second -> of(operator, date, ChronoUnit.SECONDS);
            case Minute -> of(operator, date, ChronoUnit.MINUTES);
            case Hour -> of(operator, date, ChronoUnit.HOURS);
            case Day -> of(operator, date, ChronoUnit.DAYS);
            case Month -> of(operator, date.withDayOfMonth(1), ChronoUnit.MONTHS);
            case Year -> of(operator, date.withDayOfYear(1), ChronoUnit.YEARS);
        };
    }

    private static DateRule of(DateOperator operator, OffsetDateTime date, ChronoUnit unit) {
        boolean ofDays = unit.isDateBased();
        OffsetDateTime start = date.truncatedTo(ofDays ? ChronoUnit.DAYS : unit);
        long from = start.toInstant().toEpochMilli();
        long to = start.plus(1, unit).toInstant().toEpochMilli();
        return switch (operator.getType()) {
            case BEFORE -> new DateRule(Long.MIN_VALUE, from, ofDays);
            case ON -> new DateRule(from, to, ofDays);
            case AFTER -> new DateRule(to, Long.MAX_VALUE, ofDays);
        };
    }

    boolean holds(long millis) {
        return millis >= from && millis < to;
    }

    /** Days since 1970, included. */
    long fromDay() {
        return from == Long.MIN_VALUE ? from : Math.floorDiv(from, DAY);
    }

    /** Days since 1970, not included. */
    long toDay() {
        return to == Long.MAX_VALUE ? to : Math.floorDiv(to, DAY);
    }
}
