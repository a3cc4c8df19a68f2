package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.incoming.Examiner;
import org.mailstation.files.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From which addresses letters came in without a login: a letter from somewhere on the Internet
 * proves that the way in is open. The last such moment outlives the process, in a file of one line:
 * {@code TIME ADDRESS}.
 */
public final class Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    /** The disk need not hear of every letter. */
    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(10);

    private static final int MOST_ADDRESSES = 50;

    /**
     * A letter from the Internet.
     *
     * @param from address of the server that brought it
     */
    public record Arrival(Instant at, String from) {}

    private final Path file;
    private final Clock clock;
    private @Nullable Arrival last;
    private Instant written = Instant.MIN;

    @SuppressWarnings("serial")
    private final Map<String, Integer> fromNearby =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
                    return size() > MOST_ADDRESSES;
                }
            };

    /**
     * @param file where the last moment is kept
     */
    public Arrivals(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.last = read(file);
    }

    private static @Nullable Arrival read(Path file) {
        try {
            String[] words = Files.readString(file).strip().split(" ", 2);
            return new Arrival(Instant.parse(words[0]), words.length > 1 ? words[1] : "");
        } catch (NoSuchFileException never) {
            // the ordinary case on a new station
            return null;
        } catch (IOException | DateTimeException damaged) {
            LOG.warn("When the last letter arrived cannot be read; the next one tells", damaged);
            return null;
        }
    }

    /** A letter was taken from this address, without a login. */
    public synchronized void delivered(InetAddress from) {
        if (!Examiner.isOnTheInternet(from)) {
            fromNearby.merge(from.getHostAddress(), 1, Integer::sum);
            return;
        }
        Instant now = clock.instant();
        last = new Arrival(now, from.getHostAddress());
        if (!now.isBefore(written.plus(BETWEEN_WRITES))) {
            written = now;
            keep(last);
        }
    }

    private void keep(Arrival arrival) {
        try {
            AtomicFile.write(file, arrival.at() + " " + arrival.from() + "\n");
        } catch (IOException diskFull) {
            LOG.warn("When the last letter arrived cannot be kept", diskFull);
        }
    }

    /** The last letter from the Internet, or {@code null} if there was none yet. */
    public synchronized @Nullable Arrival last() {
        return last;
    }

    /** Letters since the start by addresses that are not on the Internet. */
    public synchronized Map<String, Integer> fromNearby() {
        return Map.copyOf(fromNearby);
    }
}
