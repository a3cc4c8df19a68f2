package org.mailstation.desktop.discovery;

import java.time.Duration;
import org.mailstation.lan.Deadline;

/** Times for tests: as long as needed where something answers, short where nothing does. */
final class Quick {
    static final Timing TIMING =
            new Timing(
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Duration.ofMillis(150),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5));

    /** For what does not come in any case. */
    static final Timing IMPATIENT =
            new Timing(
                    Duration.ofSeconds(1),
                    Duration.ofMillis(300),
                    Duration.ofMillis(300),
                    Duration.ofMillis(100),
                    Duration.ofMillis(200),
                    Duration.ofMillis(200));

    /** For what is cancelled as soon as it has come. */
    static final Timing PATIENT =
            new Timing(
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(20),
                    Duration.ofMillis(150),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5));

    /** Everything is over before anybody could answer. */
    static final Timing OVER_SOON =
            new Timing(
                    Duration.ofMillis(100),
                    TIMING.listen(),
                    TIMING.listenToFinder(),
                    TIMING.again(),
                    TIMING.description(),
                    TIMING.ssh());

    private Quick() {}

    static Deadline listen() {
        return Deadline.in(TIMING.listen());
    }
}
