package org.mailstation.daemon.guard;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.daemon.kept.KeptFile;

/**
 * Keeps over a restart who is held back, and from where people sign in. A process that is killed
 * forgets two minutes at most.
 */
public final class GuardMemory implements AutoCloseable {
    static final Duration PERIOD = Duration.ofMinutes(2);

    private final KeptFile<Kept> file;
    private final Guard guard;

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
        this.guard = guard;
        this.file = new KeptFile<>(file, Kept.class, guard::kept, PERIOD, timer);
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
    public void start() {
        file.start(guard::restore);
    }

    @Override
    public void close() {
        file.close();
    }
}
