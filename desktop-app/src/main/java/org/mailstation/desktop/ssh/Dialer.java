package org.mailstation.desktop.ssh;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** Makes the TCP connection, and tells apart why there is none. */
final class Dialer {
    private final Timeouts timeouts;

    Dialer(Timeouts timeouts) {
        this.timeouts = timeouts;
    }

    /**
     * Tries each address of the name in turn. The first reason is reported: the resolver puts the
     * likeliest address first.
     */
    WatchedSocket dial(SshTarget target, Cancellation cancellation) throws FailureException {
        FailureException first = null;
        for (InetAddress address : addresses(target.host())) {
            try {
                return dial(target, address, cancellation);
            } catch (FailureException e) {
                cancellation.check();
                first = first == null ? e : first;
            }
        }
        throw first == null ? unknown(target.host(), null) : first;
    }

    private WatchedSocket dial(SshTarget target, InetAddress address, Cancellation cancellation)
            throws FailureException {
        WatchedSocket socket = new WatchedSocket();
        Runnable undo = cancellation.onCancel(() -> Closing.quietly(socket));
        try {
            socket.connect(
                    new InetSocketAddress(address, target.port()),
                    (int) timeouts.connect().toMillis());
            return socket;
        } catch (IOException e) {
            Closing.quietly(socket);
            throw new FailureException(failure(target, e), e);
        } finally {
            undo.run();
        }
    }

    private SshFailure failure(SshTarget target, IOException e) {
        return switch (e) {
            case SocketTimeoutException _ ->
                    new SshFailure.TimedOut(
                            target.host(), target.port(), timeouts.connect().toSeconds());
            case NoRouteToHostException _ -> new SshFailure.NoRoute(target.host());
            // The JDK has one exception for both; "Network is unreachable" comes from the kernel on
            // every system.
            case ConnectException connect
                    when String.valueOf(connect.getMessage()).contains("unreachable") ->
                    new SshFailure.NoRoute(target.host());
            case ConnectException _ -> new SshFailure.Refused(target.host(), target.port());
            default -> new SshFailure.NoRoute(target.host());
        };
    }

    private static InetAddress[] addresses(String host) throws FailureException {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw unknown(host, e);
        }
    }

    private static FailureException unknown(String host, @Nullable Throwable cause) {
        return new FailureException(new SshFailure.UnknownHost(host), cause);
    }
}
