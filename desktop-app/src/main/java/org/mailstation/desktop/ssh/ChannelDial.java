package org.mailstation.desktop.ssh;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;
import org.jspecify.annotations.Nullable;
import org.mailstation.probe.Dial;

/**
 * Connections that the SSH server makes for us. A server waits for minutes at a port that swallows
 * everything, so each has a deadline of our own.
 */
final class ChannelDial implements Dial {
    private final SSHClient client;

    ChannelDial(SSHClient client) {
        this.client = client;
    }

    /** The server makes no connections for this account (RFC 4254 5.1, reason 1). */
    static final class ForbiddenException extends IOException {
        private static final long serialVersionUID = 1L;

        ForbiddenException(Throwable cause) {
            super("the SSH server does not allow it", cause);
        }
    }

    @Override
    public Socket open(InetSocketAddress where, Duration patience) throws IOException {
        long begun = System.nanoTime();
        CompletableFuture<DirectConnection> opening = new CompletableFuture<>();
        Thread.startVirtualThread(() -> open(where, opening));
        try {
            DirectConnection channel = opening.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return new ChannelSocket(
                    channel, where, patience.minusNanos(System.nanoTime() - begun));
        } catch (TimeoutException e) {
            abandon(opening);
            throw new SocketTimeoutException("no answer in time");
        } catch (InterruptedException e) {
            abandon(opening);
            Thread.currentThread().interrupt();
            throw new SocketTimeoutException("interrupted");
        } catch (ExecutionException e) {
            throw reason(e.getCause());
        }
    }

    private void open(InetSocketAddress where, CompletableFuture<DirectConnection> opening) {
        try {
            String host = where.getAddress().getHostAddress();
            opening.complete(client.newDirectConnection(host, where.getPort()));
        } catch (IOException | IllegalStateException e) {
            // SSHJ says "not connected" by an IllegalStateException.
            opening.completeExceptionally(e);
        }
    }

    /** Whatever comes later is closed at once. */
    private static void abandon(CompletableFuture<DirectConnection> opening) {
        var _ = opening.thenAccept(Closing::quietly);
    }

    /** The reasons are those of RFC 4254 5.1; what the system there said is only in the words. */
    static IOException reason(@Nullable Throwable e) {
        if (!(e instanceof OpenFailException failure)) {
            return new NoRouteToHostException("the SSH connection broke");
        }
        String words = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (failure.getReason() == OpenFailException.Reason.ADMINISTRATIVELY_PROHIBITED) {
            return new ForbiddenException(failure);
        }
        if (words.contains("refused")) {
            return new ConnectException("refused");
        }
        return words.contains("timed out")
                ? new SocketTimeoutException("no answer in time")
                : new NoRouteToHostException(words);
    }
}
