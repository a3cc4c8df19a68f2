package org.mailstation.control;

import org.jspecify.annotations.Nullable;
import org.mailstation.text.Text;

/**
 * What became of it.
 *
 * @param watched what the station sees of itself from then on
 * @param done whether it was done
 * @param said what was done, or why it was not
 * @param because the trouble that is the reason; {@code null}: none
 */
public record WatchAnswer(Watched watched, boolean done, Text said, @Nullable Text because) {}
