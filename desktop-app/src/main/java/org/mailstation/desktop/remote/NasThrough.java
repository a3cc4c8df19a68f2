package org.mailstation.desktop.remote;

import java.util.function.Consumer;
import org.mailstation.desktop.install.InstallProgress;
import org.mailstation.desktop.install.Installed;
import org.mailstation.desktop.install.NasInfo;
import org.mailstation.desktop.ssh.HostKey;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** Another way to a NAS that is signed in to already: what is not said differently goes there. */
public interface NasThrough extends Nas {
    /** The NAS itself. */
    Nas real();

    @Override
    default SshTarget target() {
        return real().target();
    }

    @Override
    default HostKey hostKey() {
        return real().hostKey();
    }

    @Override
    default NasInfo look() throws FailureException {
        return real().look();
    }

    @Override
    default Installed install(Consumer<InstallProgress> progress, Cancellation cancellation)
            throws FailureException {
        return real().install(progress, cancellation);
    }

    @Override
    default Station station() throws FailureException {
        return real().station();
    }

    @Override
    default void carryOut(NasDeed deed) throws FailureException {
        real().carryOut(deed);
    }

    @Override
    default void close() {
        real().close();
    }
}
