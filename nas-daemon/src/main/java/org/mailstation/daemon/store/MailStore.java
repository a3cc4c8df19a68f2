package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.store.MailboxSessionMapperFactory;
import org.mailstation.daemon.store.commit.Committer;
import org.mailstation.daemon.store.disk.Disk;
import org.mailstation.daemon.store.disk.Journal;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.disk.RealDisk;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.index.MvIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of mail: letters as plain files below {@code ACCOUNT/MAILBOX~ID/}, and in {@code
 * .station/} the journal with everything that is not in the letters, and the index, which can be
 * removed at any time while the store is closed: it is rebuilt when it is opened.
 *
 * <p>Safe for use by many threads. One store may be open on a folder at a time.
 */
public final class MailStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailStore.class);
    private static final String INTERNALS = ".station";

    private final Index index;
    private final Journal journal;
    private final Committer committer;
    private final StoreMappers mappers;
    private final LetterId.Factory messageIds;

    private MailStore(
            Index index, Journal journal, Committer committer, LetterFiles files, Clock clock) {
        this.index = index;
        this.journal = journal;
        this.committer = committer;
        this.mappers = new StoreMappers(new Engine(index, committer, files, clock));
        this.messageIds = new LetterId.Factory(clock);
    }

    /**
     * Opens the store in this folder, or makes an empty one.
     *
     * @param clock for the date when a letter is saved, and for new message ids
     */
    public static MailStore open(Path mailDir, Clock clock) throws IOException {
        return open(mailDir, clock, new RealDisk());
    }

    static MailStore open(Path mailDir, Clock clock, Disk disk) throws IOException {
        Path internals = mailDir.resolve(INTERNALS);
        makeFolders(internals, disk);
        Index index = openIndex(internals.resolve("index.mv"));
        try {
            return open(mailDir, internals, clock, disk, index);
        } catch (IOException | RuntimeException e) {
            index.close();
            throw e;
        }
    }

    private static MailStore open(Path mailDir, Path internals, Clock clock, Disk disk, Index index)
            throws IOException {
        LetterFiles files = new LetterFiles(mailDir, disk, UUID.randomUUID().toString());
        Recovery recovery = new Recovery(index, files);
        Journal journal =
                Journal.open(
                        disk,
                        internals.resolve("journal"),
                        recovery::take,
                        octets ->
                                LOG.info(
                                        "Cut {} octets of an unfinished change off the mail journal",
                                        octets));
        if (recovery.replayed() > 0) {
            LOG.info(
                    "Brought {} changes from the mail journal into the index", recovery.replayed());
        }
        Committer committer = new Committer(index, journal, files, recovery.sequence()).start();
        return new MailStore(index, journal, committer, files, clock);
    }

    private static void makeFolders(Path internals, Disk disk) throws IOException {
        Path mailDir = Objects.requireNonNull(internals.getParent());
        Files.createDirectories(mailDir);
        disk.createDirectory(internals);
        disk.syncDirectory(mailDir);
    }

    /** A damaged index is not worth a repair: it is set aside, and the journal makes a new one. */
    private static Index openIndex(Path file) throws IOException {
        try {
            return MvIndex.open(file);
        } catch (RuntimeException e) {
            if (!Files.exists(file)) {
                throw e;
            }
            Path aside = file.resolveSibling("index.damaged");
            LOG.warn(
                    "The mail index cannot be read and will be rebuilt; the old one is kept as {}",
                    aside,
                    e);
            Files.move(file, aside, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return MvIndex.open(file);
        }
    }

    /** For {@code StoreMailboxManager} and its relatives. */
    public MailboxSessionMapperFactory mappers() {
        return mappers;
    }

    public MessageId.Factory messageIds() {
        return messageIds;
    }

    public MailboxId.Factory mailboxIds() {
        return new BoxId.Factory();
    }

    /** Finishes what is under way; later calls to the mappers fail. */
    @Override
    public void close() throws IOException {
        committer.close();
        index.close();
        journal.close();
    }
}
