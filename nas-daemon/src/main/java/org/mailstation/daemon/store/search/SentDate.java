package org.mailstation.daemon.store.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAccessor;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.jspecify.annotations.Nullable;

/**
 * When a letter says it was sent.
 *
 * @param millis since 1970
 * @param day days from 1970 to the date as it is written, whatever its time zone (RFC 9051, 6.4.4)
 */
record SentDate(long millis, long day) {
    /**
     * @param field body of the Date field
     * @return {@code null} if it is no date
     */
    static @Nullable SentDate parse(String field) {
        String plain = field.replaceAll("\\([^)]*\\)", " ").strip().replaceAll("\\s+", " ");
        try {
            TemporalAccessor date = DateTimeFieldLenientImpl.RFC_5322.parse(plain);
            return new SentDate(
                    Instant.from(date).toEpochMilli(), LocalDate.from(date).toEpochDay());
        } catch (DateTimeException e) {
            return null; // many letters have none that anybody could read
        }
    }
}
