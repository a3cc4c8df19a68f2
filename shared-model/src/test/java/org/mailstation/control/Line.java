package org.mailstation.control;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Two ends of a connection in memory or over a Unix-domain socket. */
record Line(End client, End server) {
    /**
     * @param noMore ends what goes out, while answers may still come in
     */
    record End(InputStream in, OutputStream out, Closeable noMore) {}

    enum Kind {
        PIPES,
        UNIX_SOCKET;

        Line open() {
            try {
                return this == PIPES ? pipes() : sockets();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Line pipes() throws IOException {
        PipedInputStream clientIn = new PipedInputStream(1 << 16);
        PipedInputStream serverIn = new PipedInputStream(1 << 16);
        OutputStream clientOut = new PipedOutputStream(serverIn);
        OutputStream serverOut = new PipedOutputStream(clientIn);
        return new Line(
                new End(clientIn, clientOut, clientOut), new End(serverIn, serverOut, serverOut));
    }

    private static Line sockets() throws IOException {
        Path folder = Files.createTempDirectory("mailstation");
        Path path = folder.resolve("s");
        try (ServerSocketChannel listening =
                ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listening.bind(UnixDomainSocketAddress.of(path));
            SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path));
            return new Line(end(client), end(listening.accept()));
        } finally {
            Files.deleteIfExists(path);
            Files.delete(folder);
        }
    }

    private static End end(SocketChannel channel) {
        return new End(
                Channels.newInputStream(channel),
                Channels.newOutputStream(channel),
                channel::shutdownOutput);
    }
}
