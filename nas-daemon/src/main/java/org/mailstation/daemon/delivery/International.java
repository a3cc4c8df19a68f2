package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.mailstation.daemon.accounts.Address;

/**
 * What of a letter cannot be said to a server without SMTPUTF8 (RFC 6531 3.2).
 *
 * @param header whether its header has letters beyond ASCII, and came as one that may
 */
record International(boolean header) {
    /**
     * What the letter came as is in the line that we put on it, which lies in the queue with it.
     * Headers with such letters that nobody declared have always been handed on as they are.
     */
    private static final Pattern DECLARED =
            Pattern.compile("from \\S+ \\(\\[\\S+]\\)\\s+by \\S+ with " + Origin.INTERNATIONAL);

    static International of(Letter letter) throws IOException {
        Header header = Header.of(letter);
        boolean declared =
                header.first("Received")
                        .filter(line -> DECLARED.matcher(line).lookingAt())
                        .isPresent();
        return new International(declared && header.isInternational());
    }

    /** Whether it must be said in the transaction. */
    boolean needs(Envelope envelope) {
        return forAll(envelope)
                || envelope.recipients().stream().anyMatch(Address::isInternational);
    }

    /** Those who can get it from a server that does not understand it. */
    List<Address> others(Envelope envelope) {
        return forAll(envelope)
                ? List.of()
                : envelope.recipients().stream().filter(to -> !to.isInternational()).toList();
    }

    private boolean forAll(Envelope envelope) {
        Address sender = envelope.sender();
        return header || (sender != null && sender.isInternational());
    }
}
