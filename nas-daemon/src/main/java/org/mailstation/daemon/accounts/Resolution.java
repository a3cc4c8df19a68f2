package org.mailstation.daemon.accounts;

import java.util.Set;

/** Where a letter to some address goes. */
public sealed interface Resolution {
    /** The domain is not ours. */
    record Foreign() implements Resolution {}

    /** The domain is ours, and nobody there has this name. */
    record Nobody() implements Resolution {}

    /** The domain is ours, and whoever has this name takes no letters. */
    record Closed() implements Resolution {}

    /**
     * The domain is ours.
     *
     * @param mailboxes account addresses here
     * @param elsewhere addresses at other domains that aliases lead to
     */
    record Found(Set<String> mailboxes, Set<Address> elsewhere) implements Resolution {
        public Found {
            mailboxes = Set.copyOf(mailboxes);
            elsewhere = Set.copyOf(elsewhere);
        }
    }
}
