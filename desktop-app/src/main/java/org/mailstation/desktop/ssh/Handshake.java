package org.mailstation.desktop.ssh;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeoutException;
import javax.net.SocketFactory;
import net.schmizz.keepalive.KeepAliveRunner;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.transport.TransportException;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** From a TCP connection to an encrypted one with a known peer (RFC 4253). */
final class Handshake {
    private static final int MISSING_SIGNS_OF_LIFE = 3;

    private final Timeouts timeouts;
    private final Dialer dialer;

    Handshake(Timeouts timeouts) {
        this.timeouts = timeouts;
        this.dialer = new Dialer(timeouts);
    }

    /**
     * What came of it: a client with the pinned key, or the key of a host that is not pinned yet.
     */
    sealed interface Outcome {
        record Ready(SSHClient client, PublicHostKey key) implements Outcome {}

        record Stranger(PublicHostKey key) implements Outcome {}
    }

    /**
     * @param pinned the key to expect, or {@code null} for a host that was never met
     */
    Outcome shake(
            SshTarget target,
            @Nullable PublicHostKey pinned,
            String pinFile,
            Cancellation cancellation)
            throws FailureException {
        WatchedSocket socket = dialer.dial(target, cancellation);
        PinnedKeyVerifier verifier = new PinnedKeyVerifier(pinned);
        SSHClient client = client(pinned, socket, verifier);
        Runnable undo = cancellation.onCancel(() -> Closing.quietly(socket));
        try {
            client.connect(target.host(), target.port());
            PublicHostKey shown = verifier.shown();
            if (shown == null) {
                throw new TransportException(
                        DisconnectReason.HOST_KEY_NOT_VERIFIABLE, "no host key");
            }
            return new Outcome.Ready(client, shown);
        } catch (IOException e) {
            Closing.quietly(client);
            Closing.quietly(socket);
            cancellation.check();
            PublicHostKey shown = verifier.shown();
            if (shown != null && pinned == null) {
                return new Outcome.Stranger(shown);
            }
            if (shown != null && !shown.equals(pinned)) {
                throw new FailureException(
                        new SshFailure.HostKeyChanged(target.host(), shown.shown(), pinFile), e);
            }
            throw new FailureException(failure(target, socket, e), e);
        } finally {
            undo.run();
        }
    }

    private SSHClient client(
            @Nullable PublicHostKey pinned, Socket socket, PinnedKeyVerifier verifier) {
        SSHClient client =
                new SSHClient(ModernAlgorithms.config(pinned == null ? null : pinned.algorithm()));
        client.addHostKeyVerifier(verifier);
        client.setSocketFactory(new Given(socket));
        int answer = (int) timeouts.answer().toMillis();
        client.setTimeout(answer);
        client.getTransport().setTimeoutMs(answer);
        client.getConnection().setTimeoutMs(answer);
        KeepAliveRunner keepAlive = (KeepAliveRunner) client.getConnection().getKeepAlive();
        keepAlive.setMaxAliveCount(MISSING_SIGNS_OF_LIFE);
        keepAlive.setKeepAliveInterval((int) Math.max(1, timeouts.keepAlive().toSeconds()));
        return client;
    }

    private SshFailure failure(SshTarget target, WatchedSocket socket, IOException e) {
        if (isTimeout(e)) {
            return new SshFailure.TimedOut(
                    target.host(), target.port(), timeouts.answer().toSeconds());
        }
        if (!socket.heard()) {
            return new SshFailure.HungUp(target.host(), target.port());
        }
        DisconnectReason reason = reason(e);
        if (reason == DisconnectReason.KEY_EXCHANGE_FAILED || says(e, "settlement")) {
            return new SshFailure.NoCommonAlgorithm(target.host());
        }
        if (reason == DisconnectReason.PROTOCOL_VERSION_NOT_SUPPORTED || says(e, "dentification")) {
            return new SshFailure.NotSsh(target.host(), target.port());
        }
        return new SshFailure.ConnectionLost(target.host());
    }

    /** The library has no type for these two; its words are pinned by tests. */
    private static boolean says(Throwable e, String word) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (String.valueOf(at.getMessage()).contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static DisconnectReason reason(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof SSHException ssh
                    && ssh.getDisconnectReason() != DisconnectReason.UNKNOWN) {
                return ssh.getDisconnectReason();
            }
        }
        return DisconnectReason.UNKNOWN;
    }

    static boolean isTimeout(Throwable e) {
        for (Throwable at = e; at != null; at = at.getCause()) {
            if (at instanceof TimeoutException || at instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** Gives the library a socket that is connected already. */
    private static final class Given extends SocketFactory {
        private final Socket socket;

        Given(Socket socket) {
            this.socket = socket;
        }

        @Override
        public Socket createSocket() {
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, java.net.InetAddress from, int fromPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(java.net.InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(
                java.net.InetAddress host, int port, java.net.InetAddress from, int fromPort) {
            throw new UnsupportedOperationException();
        }
    }
}
