package org.mailstation.desktop.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.direct.Session;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.probe.Dial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection made by SSHJ. */
final class SshjConnection implements SshConnection {
    private static final Logger LOG = LoggerFactory.getLogger(SshjConnection.class);
    private static final Duration TRYING = Duration.ofSeconds(5);

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

    @Override
    public Dial dial() throws FailureException {
        ChannelDial dial = new ChannelDial(client);
        // its own loopback: whatever comes of it, the answer shows whether it may be asked at all
        InetSocketAddress itself =
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), target.port());
        try (Socket tried = dial.open(itself, TRYING)) {
            LOG.debug("{} lends its place: {}", target.host(), tried);
        } catch (ChannelDial.ForbiddenException e) {
            throw new FailureException(new SshFailure.ForwardingForbidden(target.host()), e);
        } catch (IOException e) {
            if (!client.isConnected()) {
                throw lost(e);
            }
            LOG.debug("{} lends its place", target.host(), e);
        }
        return dial;
    }

    private FailureException lost(Exception e) {
        return new FailureException(new SshFailure.ConnectionLost(target.host()), e);
    }

    @Override
    public void close() {
        Closing.quietly(client);
    }
}
