package org.mailstation.daemon.letter;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.mailstation.control.StationEvent;

/** Hears which letters come in, and tells whoever waits for one of them. */
public final class Awaited implements Consumer<StationEvent> {
    private final Map<String, CountDownLatch> byToken = new ConcurrentHashMap<>();
    private final Consumer<StationEvent> next;

    /**
     * @param next whoever else wants to hear it
     */
    public Awaited(Consumer<StationEvent> next) {
        this.next = next;
    }

    @Override
    public void accept(StationEvent event) {
        if (event instanceof StationEvent.LetterDelivered delivered && !byToken.isEmpty()) {
            byToken.forEach(
                    (token, arrived) -> {
                        if (delivered.messageId().contains(token)) {
                            arrived.countDown();
                        }
                    });
        }
        next.accept(event);
    }

    /** Whether a letter with this {@code Message-ID} is waited for. */
    public boolean isExpected(String messageId) {
        return byToken.keySet().stream().anyMatch(messageId::contains);
    }

    /** From now on this letter is waited for. */
    Wait expect(String token) {
        return new Wait(token, byToken.computeIfAbsent(token, _ -> new CountDownLatch(1)));
    }

    /** A letter that is waited for until this is closed. */
    final class Wait implements AutoCloseable {
        private final String token;
        private final CountDownLatch arrived;

        private Wait(String token, CountDownLatch arrived) {
            this.token = token;
            this.arrived = arrived;
        }

        /** Whether it was put into a mailbox in time. */
        boolean within(Duration patience) throws InterruptedException {
            return arrived.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            byToken.remove(token);
        }
    }
}
