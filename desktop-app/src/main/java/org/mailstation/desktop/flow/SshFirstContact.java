package org.mailstation.desktop.flow;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.mailstation.control.Secret;
import org.mailstation.desktop.ssh.ConnectDialogue;
import org.mailstation.desktop.ssh.HostKey;
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

    private record OnlyTheKey(Predicate<HostKey> accept) implements ConnectDialogue {

        @Override
        public boolean acceptHostKey(SshTarget target, HostKey key) {
            return accept.test(key);
        }

        @Override
        public Optional<Secret> passphrase(Path keyFile, boolean again) {
            return Optional.empty();
        }

        @Override
        public Optional<Secret> answer(String question, boolean visible) {
            return Optional.empty();
        }

        @Override
        public Optional<Secret> sudoPassword(SshTarget target, boolean again) {
            return Optional.empty();
        }
    }
}
