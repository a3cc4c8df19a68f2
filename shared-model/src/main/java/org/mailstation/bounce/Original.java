package org.mailstation.bounce;

/**
 * The letter that came back, as far as it was enclosed; each may be empty.
 *
 * @param messageId without its angle brackets
 * @param from the address alone
 * @param date as it was written
 */
public record Original(String messageId, String from, String subject, String date) {
    static final Original UNKNOWN = new Original("", "", "", "");
}
