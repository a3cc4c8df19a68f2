package org.mailstation.desktop.ssh;

import net.schmizz.sshj.SSHClient;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** Opens connections to NASes. */
public final class SshConnector {
    private final KnownHosts knownHosts;
    private final Timeouts timeouts;

    public SshConnector(KnownHosts knownHosts, Timeouts timeouts) {
        this.knownHosts = knownHosts;
        this.timeouts = timeouts;
    }

    /**
     * Connects, compares the host key, and signs in.
     *
     * @throws FailureException with an {@link SshFailure}, or {@link
     *     org.mailstation.desktop.work.Cancelled}
     */
    public SshConnection connect(
            SshTarget target,
            SshCredentials credentials,
            ConnectDialogue dialogue,
            Cancellation cancellation)
            throws FailureException {
        Handshake.Outcome.Ready ready = meet(target, dialogue, cancellation);
        SSHClient client = ready.client();
        Runnable undo = cancellation.onCancel(() -> Closing.quietly(client));
        try {
            new SignIn(client, target, dialogue, timeouts).with(credentials);
            return new SshjConnection(client, target, ready.key().shown());
        } catch (FailureException e) {
            Closing.quietly(client);
            cancellation.check();
            throw e;
        } finally {
            undo.run();
        }
    }

    /**
     * Connects, compares the host key, and hangs up before anybody says who he is.
     *
     * @param target whose user is not used
     * @throws FailureException with an {@link SshFailure}, or {@link
     *     org.mailstation.desktop.work.Cancelled}
     */
    public void greet(SshTarget target, ConnectDialogue dialogue, Cancellation cancellation)
            throws FailureException {
        Closing.quietly(meet(target, dialogue, cancellation).client());
    }

    /**
     * Whether that computer shows the key that is pinned for another address. Says nobody's name,
     * asks nobody, and pins nothing.
     */
    public boolean sameHost(SshTarget candidate, SshTarget known) {
        try {
            PublicHostKey pinned = knownHosts.find(known.host(), known.port());
            if (pinned == null) {
                return false;
            }
            Handshake.Outcome outcome =
                    new Handshake(timeouts)
                            .shake(
                                    candidate,
                                    pinned,
                                    knownHosts.file().toString(),
                                    Cancellation.never());
            if (outcome instanceof Handshake.Outcome.Ready ready) {
                Closing.quietly(ready.client());
                return true;
            }
            return false;
        } catch (FailureException another) {
            // another key, or nobody there: either way not that one
            return false;
        }
    }

    private Handshake.Outcome.Ready meet(
            SshTarget target, ConnectDialogue dialogue, Cancellation cancellation)
            throws FailureException {
        String pinFile = knownHosts.file().toString();
        Handshake handshake = new Handshake(timeouts);
        PublicHostKey pinned = knownHosts.find(target.host(), target.port());
        Handshake.Outcome outcome = handshake.shake(target, pinned, pinFile, cancellation);
        if (outcome instanceof Handshake.Outcome.Stranger(PublicHostKey key)) {
            HostKey shown = key.shown();
            if (!dialogue.acceptHostKey(target, shown)) {
                cancellation.check();
                throw new FailureException(new SshFailure.HostKeyNotAccepted(shown));
            }
            knownHosts.pin(target.host(), target.port(), key);
            outcome = handshake.shake(target, key, pinFile, cancellation);
        }
        return switch (outcome) {
            case Handshake.Outcome.Ready ready -> ready;
            // With a pinned key the handshake either is ready or fails.
            case Handshake.Outcome.Stranger stranger ->
                    throw new IllegalStateException(stranger.toString());
        };
    }
}
