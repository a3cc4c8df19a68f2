package org.mailstation.desktop.flow;

import java.util.function.Predicate;
import org.mailstation.desktop.ssh.HostKey;
import org.mailstation.desktop.ssh.OnlyTheKey;
import org.mailstation.desktop.ssh.SshConnector;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** {@link FirstContact} by SSH. */
public final class SshFirstContact implements FirstContact {

    /** Keys are exchanged before names: this one is never sent. */
    private static final String NOBODY = "nobody";

    private final SshConnector connector;

    public SshFirstContact(SshConnector connector) {
        this.connector = connector;
    }

    @Override
    public void meet(NasAddress address, Predicate<HostKey> accept, Cancellation cancellation)
            throws FailureException {
        connector.greet(
                new SshTarget(address.host(), address.port(), NOBODY),
                new OnlyTheKey(accept),
                cancellation);
    }
}
