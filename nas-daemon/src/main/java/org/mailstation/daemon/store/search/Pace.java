package org.mailstation.daemon.store.search;

import java.time.Duration;

/**
 * When the full-text index follows the letters by itself.
 *
 * @param quiet so long nothing must have come in; then it begins
 * @param patience so long after a letter it begins also if more keep coming
 * @param slice so long it works at a time; then it rests four times as long, or only as long when
 *     somebody searches
 * @param patienceOfSearch so long a search lets it catch up; what is left, the search reads itself
 * @param idle so long after its last use its files are closed
 */
public record Pace(
        Duration quiet,
        Duration patience,
        Duration slice,
        Duration patienceOfSearch,
        Duration idle) {
    /** Leaves a small computer to those who deliver and read. */
    public static final Pace GENTLE =
            new Pace(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(2),
                    Duration.ofMillis(50),
                    Duration.ofMillis(300),
                    Duration.ofMinutes(5));
}
