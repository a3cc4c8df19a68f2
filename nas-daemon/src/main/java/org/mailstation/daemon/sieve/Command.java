package org.mailstation.daemon.sieve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a script says to do. */
sealed interface Command {
    /** Line in the script, counted from 1. */
    int line();

    /**
     * The first branch whose condition holds.
     *
     * @param branches {@code else} is a branch that always holds
     */
    record If(int line, List<Branch> branches) implements Command {
        public If {
            branches = List.copyOf(branches);
        }
    }

    record Branch(Condition condition, List<Command> then) {
        public Branch {
            then = List.copyOf(then);
        }
    }

    record Stop(int line) implements Command {}

    record Discard(int line) implements Command {}

    /**
     * @param flags {@code null}: those that were set before
     */
    record Keep(int line, @Nullable List<String> flags) implements Command {}

    /**
     * @param copy whether the letter stays in INBOX besides (RFC 3894)
     * @param flags {@code null}: those that were set before
     */
    record FileInto(int line, String folder, boolean copy, @Nullable List<String> flags)
            implements Command {}

    record Redirect(int line, String address, boolean copy) implements Command {}

    record Reject(int line, String reason) implements Command {}

    record Vacation(int line, Answer answer) implements Command {}

    /** RFC 5232 3. */
    record Flags(int line, Change change, List<String> flags) implements Command {
        enum Change {
            SET,
            ADD,
            REMOVE
        }

        public Flags {
            flags = List.copyOf(flags);
        }
    }
}
