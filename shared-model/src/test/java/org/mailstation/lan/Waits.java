package org.mailstation.lan;

import java.time.Duration;
import java.util.List;

/** How long tests wait for datagrams. */
public final class Waits {
    /** As long as needed, where something answers; the question is put only once. */
    public static final List<Duration> FOR_AN_ANSWER = List.of(Duration.ofSeconds(20));

    /** For what does not come in any case. */
    public static final List<Duration> IN_VAIN =
            List.of(Duration.ofMillis(50), Duration.ofMillis(50));

    private Waits() {}
}
