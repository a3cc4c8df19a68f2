package org.mailstation.control;

import java.time.Instant;
import java.util.List;

/**
 * The way of one letter through the station.
 *
 * @param id our own number, which the sender was told
 * @param at when it came
 * @param messageId its {@code Message-ID}; may be empty
 * @param from envelope sender; empty for a report
 * @param to envelope recipients
 * @param subject as a person reads it; may be empty
 * @param source the server or program that brought it: what it called itself and its address, and
 *     who had signed in
 * @param bytes size
 * @param checks what was found out about a stranger's letter, as the field {@code
 *     Authentication-Results} has it; empty for those of our own people
 * @param steps what became of it, in order
 */
public record Trace(
        String id,
        Instant at,
        String messageId,
        String from,
        List<String> to,
        String subject,
        String source,
        long bytes,
        String checks,
        List<TraceStep> steps) {
    public Trace {
        to = List.copyOf(to);
        steps = List.copyOf(steps);
    }
}
