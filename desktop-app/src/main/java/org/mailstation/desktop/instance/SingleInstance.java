package org.mailstation.desktop.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to have the window open. A lock on a file says who has it, also after a crash, as the
 * system takes a dead program's locks away; a socket beside it takes the wish of others to see the
 * window. Whoever connects has said it: nothing is read, and only the same person can.
 */
public final class SingleInstance implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);

    private final @Nullable FileChannel lockFile;
    private final @Nullable Path socket;
    private @Nullable ServerSocketChannel server;

    private SingleInstance(@Nullable FileChannel lockFile, @Nullable Path socket) {
        this.lockFile = lockFile;
        this.socket = socket;
    }

    /**
     * Takes the right, or tells the one who has it to show its window.
     *
     * @param folder of this person; made if it is not there
     * @param raise what to do when somebody else starts this program; on another thread
     * @return empty if another one has it
     * @throws IOException if the folder cannot be used
     */
    public static Optional<SingleInstance> claim(Path folder, Runnable raise) throws IOException {
        Files.createDirectories(folder);
        Path socket = folder.resolve("window.sock");
        FileChannel file =
                FileChannel.open(
                        folder.resolve("window.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!locked(file)) {
            file.close();
            call(socket);
            return Optional.empty();
        }
        SingleInstance mine = new SingleInstance(file, socket);
        mine.listen(socket, raise);
        return Optional.of(mine);
    }

    /** Without a folder nobody can be told apart: everybody may. */
    public static SingleInstance alone() {
        return new SingleInstance(null, null);
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException withinThisProcess) {
            return false;
        }
    }

    private static void call(Path socket) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            LOG.debug("asked the open window to come up: {}", channel.isConnected());
        } catch (IOException | RuntimeException deaf) {
            // it is starting or ending at this moment, or its folder's name is too long for a
            // socket: the person finds its window by hand
            LOG.info("the open window could not be asked to come up: {}", deaf.toString());
        }
    }

    private void listen(Path socket, Runnable raise) {
        try {
            Files.deleteIfExists(socket);
            ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server = channel;
            channel.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofVirtual().name("raise").start(() -> serve(channel, raise));
        } catch (IOException | RuntimeException deaf) {
            LOG.info("a second start cannot bring up this window: {}", deaf.toString());
        }
    }

    private static void serve(ServerSocketChannel channel, Runnable raise) {
        while (channel.isOpen()) {
            try (SocketChannel caller = channel.accept()) {
                LOG.debug("somebody started the program again: {}", caller.isOpen());
                raise.run();
            } catch (IOException ended) {
                return;
            }
        }
    }

    /** Gives the right back. */
    @Override
    public void close() {
        try {
            ServerSocketChannel open = server;
            if (open != null) {
                open.close();
            }
            if (socket != null) {
                Files.deleteIfExists(socket);
            }
            if (lockFile != null) {
                lockFile.close();
            }
        } catch (IOException e) {
            LOG.debug("The system takes away the rest at the end of the program", e);
        }
    }
}
