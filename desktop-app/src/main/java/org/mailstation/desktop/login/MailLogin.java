package org.mailstation.desktop.login;

import org.mailstation.control.Secret;
import org.mailstation.desktop.work.Cancellation;

/** Signs in to a mailbox. */
@FunctionalInterface
public interface MailLogin {
    /**
     * Tries it once; takes some seconds at most, and ends at once when it is cancelled: with {@link
     * LoginAnswer.NoWay} then.
     *
     * @param keySha256 of the station's TLS key, lower-case hex; with another key nothing is sent
     */
    LoginAnswer tryIt(
            String host,
            int port,
            String keySha256,
            String user,
            Secret password,
            Cancellation cancellation);
}
