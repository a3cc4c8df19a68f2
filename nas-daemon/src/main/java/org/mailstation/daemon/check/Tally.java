package org.mailstation.daemon.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mailstation.daemon.accounts.HourlyCount;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.daemon.kept.KeptFile;

/**
 * Keeps over a restart what is counted: somebody who guesses passwords must not be forgotten with
 * an update. A process that is killed forgets a few minutes at most.
 */
public final class Tally implements AutoCloseable {
    static final Duration PERIOD = Duration.ofMinutes(5);

    private final KeptFile<Counts> file;
    private final HourlyCount logins;
    private final LetterWatch letters;

    /** A number of one hour; public, as it is written by reflection. */
    public record Hour(long hour, int number) {}

    /** What is kept; public, as it is written by reflection. */
    public record Counts(List<Hour> logins, List<Hour> sent, List<Refusals.Refusal> refusals) {
        public Counts {
            logins = List.copyOf(logins);
            sent = List.copyOf(sent);
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * @param logins that were refused
     */
    public Tally(Path file, HourlyCount logins, LetterWatch letters, Timer timer) {
        this.logins = logins;
        this.letters = letters;
        this.file = new KeptFile<>(file, Counts.class, this::now, PERIOD, timer);
    }

    /** Takes up what was kept, and keeps it from now on. */
    public void start() {
        file.start(this::restore);
    }

    private void restore(Counts before) {
        logins.restore(numbers(before.logins()));
        letters.sent().restore(numbers(before.sent()));
        letters.refusals().restore(before.refusals());
    }

    private Counts now() {
        return new Counts(
                hours(logins.kept()), hours(letters.sent().kept()), letters.refusals().now());
    }

    private static List<Hour> hours(Map<Long, Integer> numbers) {
        return numbers.entrySet().stream()
                .map(entry -> new Hour(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Map<Long, Integer> numbers(List<Hour> hours) {
        Map<Long, Integer> numbers = new TreeMap<>();
        hours.forEach(one -> numbers.put(one.hour(), one.number()));
        return numbers;
    }

    @Override
    public void close() {
        file.close();
    }
}
