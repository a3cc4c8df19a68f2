package org.mailstation.daemon.sieve;

import java.util.List;

/**
 * What senders are told while somebody is away (RFC 5230 4).
 *
 * @param text as it is written; with {@code mime}: header and body of a MIME part
 * @param days for which one sender gets one answer, 1 to 30
 * @param subject empty: made of the letter's own
 * @param from address to write as; empty: the account's own
 * @param addresses that are the person's, too
 * @param handle answers of the same handle are the same to a sender; empty: made of the rest
 */
public record Answer(
        String text,
        boolean mime,
        int days,
        String subject,
        String from,
        List<String> addresses,
        String handle) {
    public static final int USUAL_DAYS = 7;

    public Answer {
        addresses = List.copyOf(addresses);
    }

    /** The name under which it is remembered who got it. */
    public String key() {
        return handle.isEmpty()
                ? Integer.toHexString(List.of(subject, from, text, mime).hashCode())
                : handle;
    }
}
