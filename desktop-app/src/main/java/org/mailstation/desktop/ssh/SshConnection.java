package org.mailstation.desktop.ssh;

import java.time.Duration;
import java.util.List;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.probe.Dial;

/**
 * A signed-in connection. May be used from several threads; every program gets a channel of its
 * own.
 */
public interface SshConnection extends AutoCloseable {
    SshTarget target();

    HostKey hostKey();

    /**
     * Starts a program.
     *
     * @param words program and arguments; each arrives as it is, whatever it holds
     */
    RemoteProcess start(List<String> words) throws FailureException;

    /**
     * Starts a program that may ask for a password on its standard error, as {@link Sudo} needs it.
     */
    RemoteProcess start(List<String> words, Prompt prompt) throws FailureException;

    /** Runs a short command without input and waits for it. More than 1 MB of output is cut off. */
    Ran run(List<String> words, Duration atMost) throws FailureException;

    /**
     * The server's own way to the world, to look at other computers from its place.
     *
     * @throws FailureException with {@link SshFailure.ForwardingForbidden} if it does not lend it
     */
    Dial dial() throws FailureException;

    @Override
    void close();
}
