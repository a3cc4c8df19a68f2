package org.mailstation.control;

import java.time.Instant;
import org.mailstation.finding.Health;

/** A thing that happened at the station. */
public sealed interface StationEvent {
    Instant at();

    record ConfigurationChanged(Instant at, int revision) implements StationEvent {}

    record HealthChanged(Instant at, Health health) implements StationEvent {}

    /** A letter was put into a mailbox. {@code from} is the envelope sender, empty for a bounce. */
    record LetterDelivered(Instant at, String mailbox, String from, String messageId)
            implements StationEvent {}

    /** Another server took a letter. */
    record LetterSent(Instant at, String to, String server, String messageId)
            implements StationEvent {}

    /**
     * A letter was tried and stays in the queue. {@code reply} says why; it is tried again at
     * {@code next}.
     */
    record LetterDelayed(Instant at, String to, String reply, Instant next, String messageId)
            implements StationEvent {}

    /** A letter goes back to its sender. {@code reply} is the other server's answer. */
    record LetterReturned(Instant at, String to, String reply, String messageId)
            implements StationEvent {}
}
