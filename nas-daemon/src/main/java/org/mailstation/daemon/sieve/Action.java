package org.mailstation.daemon.sieve;

import java.util.Set;

/** What is to become of a letter. */
public sealed interface Action {
    /** Line of the script that said so, counted from 1; 0: nobody said anything else. */
    int line();

    /**
     * Put it into a folder.
     *
     * @param folder {@code INBOX} is the usual one
     * @param flags keywords, and system flags with their backslash
     */
    record Put(int line, String folder, Set<String> flags) implements Action {
        public Put {
            flags = Set.copyOf(flags);
        }
    }

    /** Send it on. */
    record Send(int line, String address) implements Action {}

    /** Do not take it, and tell the sender why; nothing else is to be done then. */
    record Refuse(int line, String reason) implements Action {}

    /** Tell the sender something. */
    record Tell(int line, Answer answer) implements Action {}

    /** Throw it away: there is no other place for it. */
    record Drop(int line) implements Action {}
}
