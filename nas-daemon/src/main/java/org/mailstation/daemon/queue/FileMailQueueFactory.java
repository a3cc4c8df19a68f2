package org.mailstation.daemon.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueName;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.disk.Disk;
import org.mailstation.daemon.store.disk.RealDisk;
import org.mailstation.daemon.store.disk.SafeName;

/**
 * Queues in a folder, one subfolder each. A queue is closed when everyone who got it from here has
 * closed it, and is read from its folder again when it is next asked for.
 */
public final class FileMailQueueFactory implements MailQueueFactory<FileMailQueue>, AutoCloseable {
    private record Open(FileMailQueue queue, int users) {}

    private final Path folder;
    private final Clock clock;
    private final Disk disk;
    private final int atATime;
    private final Map<MailQueueName, Open> open = new HashMap<>();

    /**
     * @param clock decides what is due
     * @param atATime so many letters for one domain are handed out before one of them is done, so
     *     that a slow server keeps only its own letters waiting
     */
    public FileMailQueueFactory(Path queueDir, Clock clock, int atATime) {
        this(queueDir, clock, atATime, new RealDisk());
    }

    FileMailQueueFactory(Path queueDir, Clock clock, int atATime, Disk disk) {
        this.atATime = atATime;
        this.folder = queueDir;
        this.clock = clock;
        this.disk = disk;
    }

    @Override
    public synchronized Optional<FileMailQueue> getQueue(MailQueueName name, PrefetchCount count) {
        return Files.isDirectory(folder(name))
                ? Optional.of(createQueue(name, count))
                : Optional.empty();
    }

    @Override
    public synchronized FileMailQueue createQueue(MailQueueName name, PrefetchCount count) {
        @Nullable Open before = open.get(name);
        Open now =
                before == null
                        ? new Open(read(name), 1)
                        : new Open(before.queue(), before.users() + 1);
        open.put(name, now);
        return now.queue();
    }

    private FileMailQueue read(MailQueueName name) {
        try {
            Files.createDirectories(folder);
            QueueFolder files = new QueueFolder(folder(name), disk);
            disk.syncDirectory(folder);
            return new FileMailQueue(name, files, clock, atATime, () -> release(name));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The mail queue in " + folder(name) + " cannot be read", e);
        }
    }

    private synchronized void release(MailQueueName name) {
        Open before = open.get(name);
        if (before == null) {
            return;
        }
        if (before.users() > 1) {
            open.put(name, new Open(before.queue(), before.users() - 1));
        } else {
            open.remove(name);
            before.queue().stop();
        }
    }

    private Path folder(MailQueueName name) {
        return folder.resolve(SafeName.of(name.asString()));
    }

    @Override
    public synchronized Set<MailQueueName> listCreatedMailQueues() {
        Set<MailQueueName> names = new HashSet<>(open.keySet());
        if (!Files.isDirectory(folder)) {
            return names;
        }
        try (Stream<Path> folders = Files.list(folder)) {
            folders.filter(Files::isDirectory)
                    .forEach(
                            path ->
                                    names.add(
                                            MailQueueName.of(
                                                    SafeName.original(
                                                            path.getFileName().toString()))));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("The mail queues in " + folder + " cannot be listed", e);
        }
    }

    /**
     * Ends all subscriptions. What is being worked on is handed out again after the next start
     * unless it is done before.
     */
    @Override
    public synchronized void close() {
        open.values().forEach(one -> one.queue().stop());
        open.clear();
    }
}
