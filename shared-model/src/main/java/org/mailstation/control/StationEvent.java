package org.mailstation.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.finding.Health;

/** A thing that happened at the station. */
public sealed interface StationEvent {
    Instant at();

    record ConfigurationChanged(Instant at, int revision) implements StationEvent {}

    record HealthChanged(Instant at, Health health) implements StationEvent {}

    /** Somebody was shut out for a time. */
    record AddressShutOut(Instant at, Ban ban) implements StationEvent {}

    /** A letter was taken from a server or a mail program; what becomes of it follows. */
    record LetterCame(Instant at, String from, List<String> to, String messageId)
            implements StationEvent {
        public LetterCame {
            to = List.copyOf(to);
        }
    }

    /** A letter was not taken. {@code reply} is what its sender was told. */
    record LetterRefused(Instant at, String from, List<String> to, String reply, String messageId)
            implements StationEvent {
        public LetterRefused {
            to = List.copyOf(to);
        }
    }

    /** A letter was put into a mailbox. {@code from} is the envelope sender, empty for a bounce. */
    record LetterDelivered(Instant at, String mailbox, String from, String messageId)
            implements StationEvent {}

    /** Another server took a letter. */
    record LetterSent(Instant at, String to, String server, String messageId)
            implements StationEvent {}

    /**
     * A letter was tried and stays in the queue. {@code reply} says why; it is tried again at
     * {@code next}.
     *
     * @param server that was asked; empty or {@code null}: none, or it is not known
     */
    record LetterDelayed(
            Instant at,
            String to,
            @Nullable String server,
            String reply,
            Instant next,
            String messageId)
            implements StationEvent {}

    /**
     * A letter goes back to its sender. {@code reply} is the other server's answer.
     *
     * @param server that was asked; empty or {@code null}: none, or it is not known
     */
    record LetterReturned(
            Instant at, String to, @Nullable String server, String reply, String messageId)
            implements StationEvent {}
}
