package org.mailstation.daemon.ddns;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.DdnsChange;
import org.mailstation.ddns.update.Refusal;

/**
 * What must not be forgotten when the daemon begins again.
 *
 * @param settings fingerprint of those that the rest is about; empty: none yet
 * @param published what the provider took last; empty: nothing
 * @param publishedAs what it said that the name leads to; empty if it did not say
 * @param publishedAt when, or {@code null}
 * @param lastGood when the line was last seen with the published address, or {@code null}
 * @param trouble what stands in the way
 * @param refusal why it refuses, if it does
 * @param notBefore the provider is not asked before, or {@code null}
 * @param failures times in a row without an answer that could be understood
 * @param said the last answer, in technical words
 * @param timeline oldest first
 */
public record DdnsMemory(
        String settings,
        String published,
        String publishedAs,
        @Nullable Instant publishedAt,
        @Nullable Instant lastGood,
        Trouble trouble,
        @Nullable Refusal refusal,
        @Nullable Instant notBefore,
        int failures,
        String said,
        List<DdnsChange> timeline) {
    static final int KEPT = 100;

    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(20),
                    Duration.ofMinutes(40),
                    Duration.ofMinutes(60));

    /** What stands between the address and the name. */
    public enum Trouble {
        NONE,
        /** until a person changes something */
        REFUSED,
        /** the provider has trouble of its own, and says so */
        PROVIDER,
        NO_ANSWER
    }

    public DdnsMemory {
        timeline =
                List.copyOf(timeline.subList(Math.max(0, timeline.size() - KEPT), timeline.size()));
    }

    /** Other settings: nothing is known of them, but what happened stays in the timeline. */
    static DdnsMemory fresh(String settings, List<DdnsChange> timeline) {
        return new DdnsMemory(
                settings, "", "", null, null, Trouble.NONE, null, null, 0, "", timeline);
    }

    /** Whether the provider was told this address at some time, as {@link #published}. */
    boolean knew(String address) {
        return timeline.stream().anyMatch(change -> change.from().equals(address));
    }

    /** The address that the line has and the name does not; empty: it has the same. */
    String untold() {
        return timeline.isEmpty() || timeline.getLast().published() != null
                ? ""
                : timeline.getLast().to();
    }

    DdnsMemory good(Instant now) {
        return new DdnsMemory(
                settings,
                published,
                publishedAs,
                publishedAt,
                now,
                trouble,
                refusal,
                notBefore,
                failures,
                said,
                timeline);
    }

    /** The line has another address than the name. */
    DdnsMemory noticed(String address, Instant now) {
        List<DdnsChange> next = new ArrayList<>(timeline);
        if (!next.isEmpty() && next.getLast().published() == null) {
            DdnsChange open = next.removeLast();
            if (open.to().equals(address)) {
                return this;
            }
            // it changed again before the provider took the first one: the time at risk goes on
            next.add(
                    new DdnsChange(
                            open.from(),
                            address,
                            open.lastGood(),
                            open.noticed(),
                            null,
                            open.attempts()));
        } else {
            next.add(new DdnsChange(published, address, lastGood, now, null, 0));
        }
        return with(trouble, refusal, notBefore, failures, said, next);
    }

    /** The provider took it. */
    DdnsMemory taken(String address, String as, String words, Instant now) {
        return new DdnsMemory(
                settings,
                address,
                as,
                now,
                now,
                Trouble.NONE,
                null,
                null,
                0,
                words,
                attempted(now));
    }

    DdnsMemory refused(Refusal why, String words) {
        return with(Trouble.REFUSED, why, null, 0, words, attempted(null));
    }

    DdnsMemory later(Instant when, String words) {
        return with(Trouble.PROVIDER, null, when, 0, words, attempted(null));
    }

    DdnsMemory unanswered(Instant now, String words) {
        Duration pause = PAUSES.get(Math.min(failures, PAUSES.size() - 1));
        return with(Trouble.NO_ANSWER, null, now.plus(pause), failures + 1, words, attempted(null));
    }

    private DdnsMemory with(
            Trouble newTrouble,
            @Nullable Refusal newRefusal,
            @Nullable Instant newNotBefore,
            int newFailures,
            String words,
            List<DdnsChange> newTimeline) {
        return new DdnsMemory(
                settings,
                published,
                publishedAs,
                publishedAt,
                lastGood,
                newTrouble,
                newRefusal,
                newNotBefore,
                newFailures,
                words,
                newTimeline);
    }

    /** Counts the attempt at the change that is open, and ends it if the provider took it. */
    private List<DdnsChange> attempted(@Nullable Instant published) {
        if (timeline.isEmpty() || timeline.getLast().published() != null) {
            return timeline;
        }
        List<DdnsChange> next = new ArrayList<>(timeline);
        DdnsChange open = next.removeLast();
        next.add(
                new DdnsChange(
                        open.from(),
                        open.to(),
                        open.lastGood(),
                        open.noticed(),
                        published,
                        open.attempts() + 1));
        return next;
    }
}
