package org.mailstation.desktop.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mailstation.control.Trouble;
import org.mailstation.control.WatchNote;
import org.mailstation.control.Watched;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;

/** What a station saw of itself. */
public final class Watches {
    /** Ten past two in the night. */
    public static final Instant NIGHT = Instant.parse("2026-05-04T02:10:00Z");

    public static final Instant MORNING = NIGHT.plus(Duration.ofMinutes(270));

    /** The name led to another address. */
    public static final Trouble WRONG_ADDRESS =
            Trouble.begun(
                    "dns.address",
                    Text.of("dns.address.stale", "mail.example.org", "198.51.100.7", "203.0.113.9"),
                    Health.BROKEN,
                    NIGHT);

    /** Somebody cannot sign in. */
    public static final Trouble NO_PASSWORD =
            Trouble.begun(
                    "password.bea@example.org",
                    Text.of("password.missing", "bea@mueller-family.example"),
                    Health.ATTENTION,
                    MORNING);

    private Watches() {}

    /** It began. */
    public static WatchNote begun(Trouble trouble, WatchNote.Letter letter) {
        Instant since = trouble.since() == null ? NIGHT : trouble.since();
        return new WatchNote(
                since.plusSeconds(10),
                Health.FINE,
                trouble.health() == null ? Health.BROKEN : trouble.health(),
                List.of(trouble),
                List.of(),
                letter);
    }

    /** It ended. */
    public static WatchNote ended(Trouble trouble, Instant until) {
        return new WatchNote(
                until.plusSeconds(10),
                Health.BROKEN,
                Health.FINE,
                List.of(),
                List.of(trouble.over(until)),
                WatchNote.Letter.WRITTEN);
    }

    /**
     * @param notes the newest first
     */
    public static Watched of(List<Trouble> now, WatchNote... notes) {
        return new Watched(
                true,
                "6h",
                "",
                MORNING,
                MORNING.plus(Duration.ofHours(6)),
                now,
                List.of(notes),
                null);
    }
}
