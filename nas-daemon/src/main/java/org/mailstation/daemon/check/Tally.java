package org.mailstation.daemon.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.ControlJson;
import org.mailstation.daemon.accounts.HourlyCount;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.files.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps over a restart what is counted: somebody who guesses passwords must not be forgotten with
 * an update. A process that is killed forgets a few minutes at most.
 */
public final class Tally implements AutoCloseable {
    static final Duration PERIOD = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);

    private final Path file;
    private final HourlyCount logins;
    private final LetterWatch letters;
    private final Timer timer;
    private @Nullable Counts written;
    private Timer.@Nullable Pending next;
    private boolean closed;

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
        this.file = file;
        this.logins = logins;
        this.letters = letters;
        this.timer = timer;
    }

    /** Takes up what was kept, and keeps it from now on. */
    public synchronized void start() {
        try {
            Counts before = ControlJson.read(Files.readString(file), Counts.class);
            logins.restore(numbers(before.logins()));
            letters.sent().restore(numbers(before.sent()));
            letters.refusals().restore(before.refusals());
        } catch (NoSuchFileException first) {
            LOG.debug("Nothing was counted before");
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.warn("What was counted before cannot be read, and begins anew", damaged);
        }
        written = now();
        again();
    }

    private void again() {
        next =
                timer.after(
                        PERIOD,
                        () -> {
                            synchronized (this) {
                                if (!closed) {
                                    keep();
                                    again();
                                }
                            }
                        });
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

    /** A disk that sleeps is not woken for nothing. */
    private void keep() {
        Counts now = now();
        if (now.equals(written)) {
            return;
        }
        try {
            AtomicFile.write(file, ControlJson.write(now));
            written = now;
        } catch (IOException diskFull) {
            LOG.warn("What is counted cannot be kept", diskFull);
        }
    }

    @Override
    public synchronized void close() {
        if (closed || next == null) {
            return;
        }
        closed = true;
        next.cancel();
        keep();
    }
}
