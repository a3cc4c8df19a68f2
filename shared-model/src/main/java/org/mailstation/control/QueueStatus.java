package org.mailstation.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Letters on their way out.
 *
 * @param oldest when the oldest was accepted, or {@code null} if none waits
 */
public record QueueStatus(int waiting, @Nullable Instant oldest) {}
