package org.mailstation.daemon.store;

import org.apache.james.mailbox.model.MailboxId;

/**
 * The number of a mailbox, never used twice.
 *
 * @param value from 1
 */
public record BoxId(long value) implements MailboxId {
    static long of(MailboxId id) {
        return ((BoxId) id).value();
    }

    @Override
    public String serialize() {
        return Long.toString(value);
    }

    @Override
    public String toString() {
        return serialize();
    }
}
