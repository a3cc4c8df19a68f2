package org.mailstation.desktop.ssh;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import org.mailstation.desktop.work.FailureException;

/**
 * A program that runs on the NAS (RFC 4254 6.5). Its streams throw {@link java.io.IOException} when
 * the connection breaks. Closing ends it, if it does as its closed standard input tells it.
 */
public interface RemoteProcess extends AutoCloseable {
    /** Its standard input; closing says that there is no more. */
    OutputStream stdin();

    InputStream stdout();

    /** The end of what it wrote to standard error so far, at most 8 kB. */
    String complaints();

    /**
     * Waits for its end.
     *
     * @return its exit status; 128 and more: ended by a signal
     * @throws FailureException with {@link SshFailure.ConnectionLost}, also if the time is over
     */
    int await(Duration atMost) throws FailureException;

    /**
     * Gives a short program no (more) input, and waits for its end.
     *
     * @throws FailureException with {@link SshFailure.ConnectionLost}, also if the time is over
     */
    Ran finish(Duration atMost) throws FailureException;

    @Override
    void close();
}
