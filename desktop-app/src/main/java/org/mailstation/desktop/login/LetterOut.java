package org.mailstation.desktop.login;

import org.mailstation.control.Secret;
import org.mailstation.desktop.work.Cancellation;

/** Hands in letters at the station, as a mail program does. */
@FunctionalInterface
public interface LetterOut {

    /**
     * A letter of our own making.
     *
     * @param to one address, without anything that SMTP gives a meaning
     * @param subject of ASCII letters only
     */
    record Letter(String to, String subject, String text) {}

    /**
     * Tries it once; takes some seconds at most, and ends at once when it is cancelled: with {@link
     * Posted.NoWay} then, though the station may have taken the letter at that moment.
     *
     * @param keySha256 of the station's TLS key, lower-case hex; with another key nothing is sent
     */
    Posted send(
            String host,
            int port,
            String keySha256,
            String user,
            Secret password,
            Letter letter,
            Cancellation cancellation);
}
