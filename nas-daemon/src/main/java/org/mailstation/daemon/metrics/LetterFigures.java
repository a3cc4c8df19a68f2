package org.mailstation.daemon.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.StationEvent;

/** Counts what becomes of letters, and how long it takes. */
public final class LetterFigures implements Consumer<StationEvent> {
    /** Letters whose arrival is remembered, to tell how long the rest of their way took. */
    private static final int MOST_UNDER_WAY = 2000;

    /** RFC 3463 2. */
    private static final Pattern STATUS =
            Pattern.compile("^[245][0-9]{2} ([245]\\.[0-9]\\.[0-9]{1,2})\\b");

    private final Counts happened = new Counts();
    private final Counts refused = new Counts();
    private final Durations delivering = new Durations(0.01, 0.05, 0.1, 0.5, 1, 5, 30, 300);
    private final Durations sending = new Durations(1, 5, 30, 60, 300, 1800, 3600, 14400, 86400);

    @SuppressWarnings("serial")
    private final Map<String, Instant> came =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                    return size() > MOST_UNDER_WAY;
                }
            };

    @Override
    public void accept(StationEvent event) {
        switch (event) {
            case StationEvent.LetterCame one -> {
                happened.add("received");
                remember(one.messageId(), one.at());
            }
            case StationEvent.LetterRefused one -> refused.add(status(one.reply()));
            case StationEvent.LetterDelivered one -> {
                happened.add("delivered");
                took(delivering, one.messageId(), one.at());
            }
            case StationEvent.LetterSent one -> {
                happened.add("sent");
                took(sending, one.messageId(), one.at());
            }
            case StationEvent.LetterDelayed _ -> happened.add("delayed");
            case StationEvent.LetterReturned _ -> happened.add("returned");
            case StationEvent.AddressShutOut _,
                    StationEvent.ConfigurationChanged _,
                    StationEvent.HealthChanged _ -> {}
        }
    }

    private synchronized void remember(String messageId, Instant at) {
        came.put(messageId, at);
    }

    private void took(Durations durations, String messageId, Instant at) {
        Instant since = since(messageId);
        if (since != null) {
            durations.add(Duration.between(since, at));
        }
    }

    private synchronized @Nullable Instant since(String messageId) {
        return came.get(messageId);
    }

    private static String status(String reply) {
        Matcher matcher = STATUS.matcher(reply);
        return matcher.find() ? matcher.group(1) : "other";
    }

    void write(Exposition out) {
        out.counters(
                "mailstation_letters_total",
                "Letters by what became of them; one to two people is delivered twice.",
                "outcome",
                happened.all());
        out.counters(
                "mailstation_letters_refused_total",
                "Letters that were not taken, by the enhanced status code of RFC 3463 that the"
                        + " sender was told.",
                "status",
                refused.all());
        out.times(
                "mailstation_delivery_duration_seconds",
                "From a letter's arrival to its being in a mailbox.",
                delivering);
        out.times(
                "mailstation_sending_duration_seconds",
                "From a letter's arrival to another server's taking it.",
                sending);
    }
}
