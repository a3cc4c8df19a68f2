package org.mailstation.daemon.sieve;

import java.io.IOException;
import java.util.List;

/** What a script can see of a letter. */
public interface SieveMail {
    /** Contents of all fields of this name, in any case, unfolded and decoded (RFC 2047). */
    List<String> header(String name);

    /** Addresses in all fields of this name; none where they are badly made. */
    List<String> addresses(String name);

    /** Envelope sender, empty for a report. */
    String sender();

    /** Envelope recipient for which the letter is here. */
    String recipient();

    /** In octets. */
    long size();

    /**
     * The text of the body, at least its beginning.
     *
     * @param raw as it is transported; otherwise decoded
     */
    String body(boolean raw) throws IOException;
}
