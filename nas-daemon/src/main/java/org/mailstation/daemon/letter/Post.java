package org.mailstation.daemon.letter;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.delivery.Handed;
import org.mailstation.letter.TestLetter;

/** Hands letters over, and looks for them in the mailbox. */
record Post(Awaited awaited, LetterRun.Inbox inbox, Clock clock) {
    /**
     * What became of a letter.
     *
     * @param handed whether another server took it
     * @param arrival {@code null} if none did
     */
    record Fate(Handed handed, @Nullable Arrival arrival) {}

    /** Hands it over, and waits for it if it was taken. */
    Fate send(TestLetter letter, Address to, Duration patience, Function<byte[], Handed> handing)
            throws InterruptedException {
        try (Awaited.Wait wait = awaited.expect(letter.token())) {
            Instant begun = clock.instant();
            Handed handed = handing.apply(letter.bytes());
            return new Fate(
                    handed,
                    handed instanceof Handed.Taken
                            ? arrival(wait, letter.token(), to, begun, patience)
                            : null);
        }
    }

    /** Waits for one that somebody else sends. */
    Arrival await(String token, Address to, Duration patience) throws InterruptedException {
        try (Awaited.Wait wait = awaited.expect(token)) {
            return arrival(wait, token, to, clock.instant(), patience);
        }
    }

    /** That it was stored is told by an event; that it can be read is seen in the mailbox. */
    private Arrival arrival(
            Awaited.Wait wait, String token, Address to, Instant begun, Duration patience)
            throws InterruptedException {
        if (!wait.within(patience)) {
            return new Arrival.NotYet(patience);
        }
        try {
            List<String> trace = inbox.trace(to.toString(), token);
            return trace == null
                    ? new Arrival.Lost()
                    : new Arrival.InTheMailbox(Duration.between(begun, clock.instant()), trace);
        } catch (IOException unreadable) {
            return new Arrival.Lost();
        }
    }
}
