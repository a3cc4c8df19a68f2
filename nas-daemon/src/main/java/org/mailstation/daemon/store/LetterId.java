package org.mailstation.daemon.store;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.apache.james.mailbox.model.MessageId;

/**
 * The identity of a letter, shared by its copies: a UUID of version 7 (RFC 9562, 5.7), so that new
 * ones sort after older ones.
 */
public record LetterId(UUID value) implements MessageId {
    /** Makes new ones, and reads what {@link #serialize} wrote. */
    public static final class Factory implements MessageId.Factory {
        private final Clock clock;
        private final SecureRandom random = new SecureRandom();

        public Factory(Clock clock) {
            this.clock = clock;
        }

        @Override
        public LetterId fromString(String serialized) {
            return new LetterId(UUID.fromString(serialized));
        }

        @Override
        public LetterId generate() {
            long high = clock.millis() << 16 | 0x7000 | (random.nextInt() & 0x0FFF);
            long low = random.nextLong() >>> 2 | 1L << 63;
            return new LetterId(new UUID(high, low));
        }
    }

    static UUID of(MessageId id) {
        return ((LetterId) id).value();
    }

    @Override
    public String serialize() {
        return value.toString();
    }

    @Override
    public boolean isSerializable() {
        return true;
    }

    @Override
    public String toString() {
        return serialize();
    }
}
