package org.mailstation.daemon.delivery;

import java.util.Set;

/**
 * Where in an account a letter is put, and how.
 *
 * @param mailbox name of the mailbox
 * @param flags it has from the beginning: keywords, and system flags with their backslash
 */
public record Place(String mailbox, Set<String> flags) {
    public Place {
        flags = Set.copyOf(flags);
    }
}
