package org.mailstation.desktop.check;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Selection;
import org.mailstation.check.real.Portrait;

/**
 * What is to be looked at in one run.
 *
 * @param portrait {@code null} if nothing is known of the station, now or from before
 * @param patience for the whole look
 */
public record Sight(@Nullable Portrait portrait, Selection wanted, Duration patience) {}
