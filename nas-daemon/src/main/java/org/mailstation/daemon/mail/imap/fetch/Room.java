package org.mailstation.daemon.mail.imap.fetch;

import java.io.IOException;

/**
 * What waits to be sent.
 *
 * @param out for answers
 * @param scratch for what is put together before its length is known
 * @param way out, for an answer that is too long to wait
 */
record Room(Octets out, Octets scratch, Way way) {
    /** Sends what is in {@link Room#out}, in the middle of a line. */
    interface Way {
        /**
         * @throws IOException if the client is gone
         */
        void send() throws IOException;
    }
}
