package org.mailstation.desktop.login;

import org.mailstation.control.Secret;

/** Signs in to a mailbox. */
@FunctionalInterface
public interface MailLogin {
    /**
     * Tries it once; takes some seconds at most.
     *
     * @param keySha256 of the station's TLS key, lower-case hex; with another key nothing is sent
     */
    LoginAnswer tryIt(String host, int port, String keySha256, String user, Secret password);
}
