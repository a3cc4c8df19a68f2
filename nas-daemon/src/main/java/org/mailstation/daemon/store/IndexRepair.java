package org.mailstation.daemon.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.commit.Repair;
import org.mailstation.daemon.store.disk.Journal;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.index.MvIndex;
import org.mailstation.daemon.store.index.RenewableIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the index again while mail goes on, and brings it up to the journal; a damaged one is made
 * anew. Until that is done, what can still be read is read from the old one.
 */
final class IndexRepair implements Repair {
    private static final Logger LOG = LoggerFactory.getLogger(IndexRepair.class);

    private final Path file;
    private final RenewableIndex index;
    private final Journal journal;
    private final LetterFiles files;

    IndexRepair(Path file, RenewableIndex index, Journal journal, LetterFiles files) {
        this.file = file;
        this.index = index;
        this.journal = journal;
        this.files = files;
    }

    @Override
    public @Nullable RuntimeException trouble() {
        return index.trouble();
    }

    @Override
    public void run(Throwable cause) throws IOException {
        if (MvIndex.isDamage(cause)) {
            Opening.setAside(file, cause);
        } else {
            index.release(); // one file cannot be open twice
        }
        try {
            MvIndex fresh = Opening.openIndex(file);
            try {
                Recovery recovery = new Recovery(fresh, files);
                journal.tell(recovery::take);
                fresh.checkpoint();
                LOG.info(
                        "The mail index is well again; {} changes came from the journal",
                        recovery.replayed());
            } catch (IOException | RuntimeException e) {
                fresh.abandon();
                throw e;
            }
            index.renew(fresh);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            throw new IOException("the mail index cannot be opened now", e);
        }
    }
}
