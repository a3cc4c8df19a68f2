package org.mailstation.desktop.check;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Selection;
import org.mailstation.check.real.Portrait;

/**
 * What is to be looked at in one run.
 *
 * @param portrait {@code null} if nothing is known of the station, now or from before
 * @param daemon version of the daemon; empty: it did not say
 * @param patience for the whole look
 */
public record Sight(
        @Nullable Portrait portrait, Selection wanted, String daemon, Duration patience) {}
