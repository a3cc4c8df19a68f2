package org.mailstation.desktop.remote;

import java.util.function.Consumer;
import org.mailstation.desktop.install.InstallProgress;
import org.mailstation.desktop.install.Installed;
import org.mailstation.desktop.install.NasInfo;
import org.mailstation.desktop.ssh.HostKey;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** A NAS that the person is signed in to. */
public interface Nas extends AutoCloseable {
    SshTarget target();

    HostKey hostKey();

    /** What it is and what it already has. Changes nothing there. */
    NasInfo look() throws FailureException;

    /**
     * Installs the daemon, or brings it to this assistant's version, and waits until it runs. May
     * be repeated at any time.
     *
     * @param progress called on the calling thread
     */
    Installed install(Consumer<InstallProgress> progress, Cancellation cancellation)
            throws FailureException;

    /**
     * Opens the conversation with the daemon. The NAS stays signed in to; several conversations may
     * be open.
     */
    Station station() throws FailureException;

    /**
     * Puts something right there, as the administrator.
     *
     * @throws FailureException with {@link DeedFailure} if the NAS did not do it
     */
    void carryOut(NasDeed deed) throws FailureException;

    @Override
    void close();
}
