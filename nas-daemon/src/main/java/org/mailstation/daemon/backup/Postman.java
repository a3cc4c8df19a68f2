package org.mailstation.daemon.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.mailstation.daemon.delivery.Letter;

/** Puts letters into mailboxes of the running station. */
public interface Postman {
    boolean hasAccount(String account);

    /** Whether this letter, or a copy of it, is in a mailbox of the account. */
    boolean hasLetter(String account, UUID letter);

    /** Takes files. */
    interface Files {
        void take(Path file) throws IOException;
    }

    /** The files of all letters in a folder; none if there is no such folder. */
    void each(String account, String folder, Files files) throws IOException;

    /** Takes what is known of a letter. */
    interface Shown {
        /**
         * @param box number of its mailbox
         */
        void take(String folder, long box, long uid, Path file, Set<String> flags, Instant date)
                throws IOException;
    }

    /** All letters of an account, folder by folder, ordered by UID. */
    void show(String account, Shown shown) throws IOException;

    /**
     * Puts a letter into a folder, which is made if there is none; programs that have it open are
     * told. It is durable when this returns.
     *
     * @param folder parts separated by the station's own delimiter
     * @param flags as IMAP names them (RFC 9051 2.3.2)
     * @param date when the letter was received
     * @throws IOException if it cannot be kept; an account that is full is one reason
     */
    void put(String account, String folder, Set<String> flags, Instant date, Letter letter)
            throws IOException;
}
