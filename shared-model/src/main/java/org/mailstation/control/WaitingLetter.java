package org.mailstation.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter that waits to leave for one destination.
 *
 * @param id our own number of this copy of it
 * @param messageId its {@code Message-ID}, under which {@link Trace} knows it; may be empty
 * @param from envelope sender; empty for a report
 * @param to for whom it waits
 * @param subject as a person reads it; may be empty
 * @param accepted when it came
 * @param next when it is tried again; in the past while it is being tried
 * @param tries that failed so far
 * @param reason what the last try was answered; empty: none was made yet, or it is not known
 * @param server that answered so; empty or {@code null}: none, or it is not known
 */
public record WaitingLetter(
        String id,
        String messageId,
        String from,
        List<String> to,
        String subject,
        Instant accepted,
        Instant next,
        int tries,
        String reason,
        @Nullable String server) {
    public WaitingLetter {
        to = List.copyOf(to);
    }
}
