package org.mailstation.daemon.store.commit;

import java.io.IOException;

/** The store is well, but what was asked cannot be done. */
public abstract sealed class StoreRefusal extends IOException {
    private static final long serialVersionUID = 1L;

    private StoreRefusal(String message) {
        super(message);
    }

    /** There is a mailbox of that name. */
    public static final class MailboxExists extends StoreRefusal {
        private static final long serialVersionUID = 1L;

        private final String name;

        public MailboxExists(String name) {
            super("mailbox exists: " + name);
            this.name = name;
        }

        public String name() {
            return name;
        }
    }

    /** There is no such mailbox (any more). */
    public static final class NoSuchMailbox extends StoreRefusal {
        private static final long serialVersionUID = 1L;

        private final long id;

        public NoSuchMailbox(long id) {
            super("no mailbox with id " + id);
            this.id = id;
        }

        public long id() {
            return id;
        }
    }

    /** An account has reached a limit of what its letters may take. */
    public static final class NoRoom extends StoreRefusal {
        private static final long serialVersionUID = 1L;

        /** What is limited. */
        public enum Of {
            LETTERS,
            OCTETS
        }

        private final Of of;
        private final long most;
        private final long wanted;

        public NoRoom(Of of, long most, long wanted) {
            super("no room for " + wanted + " " + of + " where " + most + " may be");
            this.of = of;
            this.most = most;
            this.wanted = wanted;
        }

        public Of of() {
            return of;
        }

        public long most() {
            return most;
        }

        /** What there would be. */
        public long wanted() {
            return wanted;
        }
    }
}
