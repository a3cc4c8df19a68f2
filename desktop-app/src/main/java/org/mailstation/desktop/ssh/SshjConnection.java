package org.mailstation.desktop.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.work.FailureException;

/** A connection made by SSHJ. */
final class SshjConnection implements SshConnection {
    private final SSHClient client;
    private final SshTarget target;
    private final HostKey hostKey;

    SshjConnection(SSHClient client, SshTarget target, HostKey hostKey) {
        this.client = client;
        this.target = target;
        this.hostKey = hostKey;
    }

    @Override
    public SshTarget target() {
        return target;
    }

    @Override
    public HostKey hostKey() {
        return hostKey;
    }

    @Override
    public RemoteProcess start(List<String> words) throws FailureException {
        return open(words, null);
    }

    @Override
    public RemoteProcess start(List<String> words, Prompt prompt) throws FailureException {
        return open(words, prompt);
    }

    private RemoteProcess open(List<String> words, @Nullable Prompt prompt)
            throws FailureException {
        try {
            Session session = client.startSession();
            return new SshjProcess(session.exec(Shell.line(words)), target.host(), prompt);
        } catch (IOException | IllegalStateException e) {
            // SSHJ says "not connected" by an IllegalStateException.
            throw lost(e);
        }
    }

    @Override
    public Ran run(List<String> words, Duration atMost) throws FailureException {
        try (RemoteProcess process = start(words)) {
            return process.finish(atMost);
        }
    }

    private FailureException lost(Exception e) {
        return new FailureException(new SshFailure.ConnectionLost(target.host()), e);
    }

    @Override
    public void close() {
        Closing.quietly(client);
    }
}
