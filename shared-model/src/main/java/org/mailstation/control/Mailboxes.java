package org.mailstation.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mailboxes of all accounts, in the order of the configuration. */
public record Mailboxes(List<Mailbox> mailboxes) {
    public Mailboxes {
        mailboxes = List.copyOf(mailboxes);
    }

    /**
     * One of them.
     *
     * @param bytes that its letters take
     * @param mostBytes that they may take; 0: as many as there is room for
     * @param password whether one is set, so that somebody can sign in
     * @param signedIn when a mail program was let in last, to the minute; {@code null}: not known
     */
    public record Mailbox(
            String address,
            String name,
            boolean enabled,
            long bytes,
            long mostBytes,
            boolean password,
            @Nullable Instant signedIn) {}
}
