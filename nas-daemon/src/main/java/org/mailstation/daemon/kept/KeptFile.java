package org.mailstation.daemon.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.ControlJson;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.files.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes now and then, as JSON, what would otherwise be forgotten with the process; one that is
 * killed forgets what came since. For what is worth keeping, but not worth failing for.
 *
 * @param <T> what is kept; written by reflection, with equality by value
 */
public final class KeptFile<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptFile.class);

    private final Path file;
    private final Class<T> type;
    private final Supplier<T> now;
    private final Duration period;
    private final Timer timer;
    private @Nullable T written;
    private Timer.@Nullable Pending next;
    private boolean closed;

    /**
     * @param now what is to be kept
     * @param period between two looks
     */
    public KeptFile(Path file, Class<T> type, Supplier<T> now, Duration period, Timer timer) {
        this.file = file;
        this.type = type;
        this.now = now;
        this.period = period;
        this.timer = timer;
    }

    /**
     * Takes up what was kept, and keeps it from now on. What cannot be read is noted in the log and
     * forgotten.
     */
    public synchronized void start(Consumer<T> restore) {
        try {
            restore.accept(ControlJson.read(Files.readString(file), type));
        } catch (NoSuchFileException first) {
            LOG.debug("There is no {} yet", file);
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.warn("{} cannot be read; what it kept is forgotten", file, damaged);
        }
        written = now.get();
        again();
    }

    private void again() {
        next =
                timer.after(
                        period,
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
        T latest = now.get();
        if (latest.equals(written)) {
            return; // a disk that sleeps is not woken for nothing
        }
        try {
            AtomicFile.write(file, ControlJson.write(latest));
            written = latest;
        } catch (IOException diskFull) {
            LOG.warn("{} cannot be written", file, diskFull);
        }
    }

    /** Keeps the latest, if it was started. */
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
