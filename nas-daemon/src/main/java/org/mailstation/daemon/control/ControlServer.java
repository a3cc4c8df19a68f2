package org.mailstation.daemon.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mailstation.control.ControlConnection;
import org.mailstation.control.HelloFirst;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on the Unix-domain socket. What one connection sends can end that connection, and nothing
 * else.
 */
public final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

    /** Connections at a time; a PC needs two. */
    static final int MOST = 32;

    private final Path path;
    private final ServerSocketChannel socket;
    private final PeerRule rule;
    private final Station station;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<ControlConnection.Server> connections = ConcurrentHashMap.newKeySet();

    private ControlServer(Path path, ServerSocketChannel socket, Station station) {
        this.path = path;
        this.socket = socket;
        this.rule = new PeerRule(path);
        this.station = station;
    }

    /**
     * Opens the socket (mode 0660) and answers from then on.
     *
     * @param path where; a socket left there by a process that died is replaced, so the caller must
     *     be the only daemon on this folder
     * @throws IOException also if the path is too long for a socket address (about 100 bytes)
     */
    public static ControlServer open(Path path, Station station) throws IOException {
        Files.deleteIfExists(path);
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            socket.bind(UnixDomainSocketAddress.of(path));
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw----"));
        } catch (IOException | RuntimeException failure) {
            socket.close();
            throw failure;
        }
        ControlServer server = new ControlServer(path, socket, station);
        Thread.ofPlatform().name("control").start(server::acceptAll);
        return server;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        connections.forEach(ControlConnection.Server::close);
        threads.shutdown();
        Files.deleteIfExists(path);
    }

    private void acceptAll() {
        while (socket.isOpen()) {
            try {
                accept(socket.accept());
            } catch (ClosedChannelException end) {
                // close() was called
                return;
            } catch (IOException | RuntimeException failure) {
                LOG.warn("A control connection could not be accepted", failure);
            }
        }
    }

    private void accept(SocketChannel channel) throws IOException {
        if (connections.size() >= MOST || !rule.admits(channel)) {
            LOG.warn("A control connection was refused ({} are open)", connections.size());
            channel.close();
            return;
        }
        Outbox[] outbox = new Outbox[1];
        StationService[] service = new StationService[1];
        ControlConnection.Server connection =
                ControlConnection.serve(
                        Channels.newInputStream(channel),
                        Channels.newOutputStream(channel),
                        listener -> {
                            outbox[0] = new Outbox(listener);
                            service[0] = new StationService(station, outbox[0], threads);
                            return new HelloFirst(service[0]);
                        });
        connections.add(connection);
        var _ =
                connection
                        .closed()
                        .whenComplete(
                                (_, failure) -> {
                                    connections.remove(connection);
                                    station.events().unsubscribe(outbox[0]);
                                    outbox[0].close();
                                    service[0].end();
                                    if (failure != null) {
                                        LOG.info(
                                                "A control connection ended: {}",
                                                failure.toString());
                                    }
                                });
    }
}
