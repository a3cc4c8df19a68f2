package org.mailstation.control;

import org.jspecify.annotations.Nullable;

/**
 * Asks to bring letters here from elsewhere, or to write them down for elsewhere.
 *
 * @param place {@code imap://user@host[:port]} or {@code imaps://…}, the user with {@code %40} for
 *     an at sign if need be; or a folder or file of the NAS
 * @param mailbox the account here, with a slash and a folder if it is only that
 * @param password at the other provider, or {@code null}
 */
public record MoveRequest(Kind kind, String place, String mailbox, @Nullable Secret password) {
    /** From where, or in which form. */
    public enum Kind {
        FROM_IMAP,
        /** Dovecot's and Synology's layout */
        FROM_MAILDIR,
        FROM_MBOX,
        TO_MAILDIR,
        TO_MBOX
    }
}
