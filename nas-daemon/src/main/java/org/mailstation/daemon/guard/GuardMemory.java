package org.mailstation.daemon.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.ControlJson;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.files.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps over a restart who is held back, and from where people sign in. A process that is killed
 * forgets two minutes at most.
 */
public final class GuardMemory implements AutoCloseable {
    static final Duration PERIOD = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(GuardMemory.class);

    private final Path file;
    private final Guard guard;
    private final Timer timer;
    private @Nullable Kept written;
    private Timer.@Nullable Pending next;
    private boolean closed;

    /** What came from one place; public, as it is written by reflection. */
    public record Marked(String key, int count, Instant last) {
        Strikes.Mark mark() {
            return new Strikes.Mark(count, last);
        }
    }

    /** When something happened last; public, as it is written by reflection. */
    public record Moment(String name, Instant at) {}

    /** What is kept of logins; public, as it is written by reflection. */
    public record Logins(List<Marked> marks, List<Moment> known) {
        public Logins {
            marks = List.copyOf(marks);
            known = List.copyOf(known);
        }
    }

    /** What is kept; public, as it is written by reflection. */
    public record Kept(Logins logins, List<Marked> strangers) {
        public Kept {
            strangers = List.copyOf(strangers);
        }
    }

    public GuardMemory(Path file, Guard guard, Timer timer) {
        this.file = file;
        this.guard = guard;
        this.timer = timer;
    }

    static List<Marked> marks(List<Map.Entry<String, Strikes.Mark>> marks) {
        return marks.stream()
                .map(
                        entry ->
                                new Marked(
                                        entry.getKey(),
                                        entry.getValue().count(),
                                        entry.getValue().last()))
                .toList();
    }

    static List<Moment> moments(Map<String, Instant> moments) {
        return moments.entrySet().stream()
                .map(entry -> new Moment(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Takes up what was kept, and keeps it from now on. */
    public synchronized void start() {
        try {
            guard.restore(ControlJson.read(Files.readString(file), Kept.class));
        } catch (NoSuchFileException first) {
            LOG.debug("Nobody was held back before");
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.warn("Who was held back before cannot be read, and is forgotten", damaged);
        }
        written = guard.kept();
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

    private void keep() {
        Kept now = guard.kept();
        if (now.equals(written)) {
            return; // a disk that sleeps is not woken for nothing
        }
        try {
            AtomicFile.write(file, ControlJson.write(now));
            written = now;
        } catch (IOException diskFull) {
            LOG.warn("Who is held back cannot be kept", diskFull);
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
