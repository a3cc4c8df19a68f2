package org.mailstation.daemon.ctl;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.mailstation.control.ControlConnection;
import org.mailstation.control.Hello;
import org.mailstation.control.StationControl;
import org.mailstation.control.StationListener;
import org.mailstation.control.Welcome;
import org.mailstation.daemon.Version;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;

/** A greeted connection to the daemon. */
final class StationClient implements AutoCloseable {
    private final ControlConnection.Client connection;

    private StationClient(ControlConnection.Client connection) {
        this.connection = connection;
    }

    /** Connects the socket only; the caller does the talking. */
    static SocketChannel connectSocket(Path socket) throws CtlException {
        if (!Files.exists(socket.getParent())) {
            // also what a folder without right of passage looks like
            throw new CtlException(Exit.NO_ANSWER, Text.of("ctl.no-socket", socket));
        }
        try {
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                channel.connect(UnixDomainSocketAddress.of(socket));
                return channel;
            } catch (IOException | RuntimeException failure) {
                channel.close();
                throw failure;
            }
        } catch (IOException | RuntimeException failure) {
            throw new CtlException(
                    Exit.NO_ANSWER,
                    Text.of("ctl.no-answer", socket, String.valueOf(failure.getMessage())));
        }
    }

    static StationClient connect(Path socket, StationListener listener) throws CtlException {
        SocketChannel channel = connectSocket(socket);
        ControlConnection.Client connection =
                ControlConnection.connect(
                        Channels.newInputStream(channel),
                        Channels.newOutputStream(channel),
                        listener);
        StationClient client = new StationClient(connection);
        Hello hello = new Hello(StationControl.PROTOCOL, "mailstationctl " + Version.current());
        switch (client.ask(station -> station.hello(hello))) {
            case Welcome.Accepted _ -> {
                return client;
            }
            case Welcome.Incompatible other -> {
                client.close();
                throw new CtlException(
                        Exit.INCOMPATIBLE,
                        Text.of("ctl.incompatible", other.version(), Version.current()));
            }
        }
    }

    /** Sends a request and waits for its answer. */
    <T> T ask(Function<StationControl, CompletableFuture<T>> request) throws CtlException {
        try {
            return request.apply(connection.station()).get();
        } catch (ExecutionException failure) {
            throw explain(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CtlException(Exit.SURPRISE, Text.of("ctl.interrupted"));
        }
    }

    private static CtlException explain(ExecutionException failure) {
        return failure.getCause() instanceof ResponseErrorException answer
                ? new CtlException(
                        Exit.SURPRISE, Text.of("ctl.error", String.valueOf(answer.getMessage())))
                : new CtlException(Exit.NO_ANSWER, Text.of("ctl.lost"));
    }

    /** Waits until the daemon ends the connection. */
    void awaitEnd() {
        connection.closed().handle((_, _) -> "over").join();
    }

    @Override
    public void close() {
        connection.close();
    }
}
