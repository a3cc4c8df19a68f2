package org.mailstation.daemon.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.ControlJson;
import org.mailstation.control.RelayedDestination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destinations that refused letters for a reason that a relay cures. Each is kept for some weeks:
 * then the line may have a better address, and the next letter finds out.
 */
public final class RelayMemory {
    private static final Logger LOG = LoggerFactory.getLogger(RelayMemory.class);

    /** Addresses leave most block lists within days; a provider is asked again and again. */
    static final Duration MEMORY = Duration.ofDays(21);

    private static final int MOST_DESTINATIONS = 1000;
    private static final int LONGEST_REASON = 1000;

    private final ConcurrentMap<String, String> destinations;
    private final Clock clock;

    /**
     * @param destinations survives restarts
     */
    public RelayMemory(ConcurrentMap<String, String> destinations, Clock clock) {
        this.destinations = destinations;
        this.clock = clock;
    }

    /**
     * From now on letters there go through the relay.
     *
     * @param destination as {@link Provider#of} tells it, or {@link RelayedDestination#EVERYWHERE}
     */
    void learn(String destination, String reason) {
        Instant now = clock.instant();
        String words = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        if (destinations.size() >= MOST_DESTINATIONS) {
            all();
        }
        if (destinations.size() < MOST_DESTINATIONS) {
            destinations.put(
                    destination,
                    ControlJson.write(
                            new RelayedDestination(destination, words, now, now.plus(MEMORY))));
        }
        LOG.info("letters to {} go through the relay from now on: {}", destination, words);
    }

    /** What is known of this destination, if it is not too long ago. */
    Optional<RelayedDestination> of(String destination) {
        return Optional.ofNullable(read(destinations.get(destination)))
                .filter(one -> one.until().isAfter(clock.instant()));
    }

    /** Whether there was something to forget. */
    public boolean forget(String destination) {
        return destinations.remove(destination) != null;
    }

    /** All that is known, the latest first; what is too long ago is forgotten. */
    public List<RelayedDestination> all() {
        Instant now = clock.instant();
        destinations.entrySet().removeIf(entry -> isOver(read(entry.getValue()), now));
        return destinations.values().stream()
                .flatMap(json -> Stream.ofNullable(read(json)))
                .sorted(Comparator.comparing(RelayedDestination::since).reversed())
                .toList();
    }

    private static boolean isOver(@Nullable RelayedDestination one, Instant now) {
        return one == null || !one.until().isAfter(now);
    }

    private static @Nullable RelayedDestination read(@Nullable String json) {
        try {
            return json == null ? null : ControlJson.read(json, RelayedDestination.class);
        } catch (RuntimeException damaged) {
            LOG.warn("what is known of a destination cannot be read", damaged);
            return null;
        }
    }
}
