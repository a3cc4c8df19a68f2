package org.mailstation.daemon.mail.imap.fetch;

/** A connection that says when its client has taken enough of what was sent. */
public interface BackPressure {
    /**
     * Waits until not much is left to be sent.
     *
     * @return {@code false} if the client is gone
     */
    boolean awaitRoom() throws InterruptedException;

    /** Ends the connection, since what was begun cannot be said to its end. */
    void breakOff();
}
