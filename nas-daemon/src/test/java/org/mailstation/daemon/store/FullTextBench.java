package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.model.SearchQuery.Criterion;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.daemon.store.disk.RealDisk;
import org.mailstation.daemon.store.search.Pace;

/** A store with its full-text index, which does nothing by itself unless it shall. */
abstract class FullTextBench {
    static final Duration LONG = Duration.ofHours(1);
    static final Duration SOON = Duration.ofMillis(20);

    /** Does nothing by itself. */
    static final Pace ASKED = new Pace(LONG, LONG, LONG, LONG, LONG);

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    MailStore store;

    @SuppressWarnings("NullAway.Init") // made before each test
    Desk desk;

    @BeforeEach
    void open() throws IOException {
        open(ASKED);
    }

    void open(Pace pace) throws IOException {
        Tuning usual = Tuning.USUAL;
        store =
                MailStore.open(
                        folder,
                        Clock.systemUTC(),
                        new RealDisk(),
                        new Tuning(usual.lettersAhead(), usual.settling(), usual.nanos(), pace));
        desk = new Desk(store);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    List<Long> find(Mailbox mailbox, Criterion criterion) throws Exception {
        return store.search()
                .search(StoreMapperProvider.SESSION, mailbox, SearchQuery.of(criterion))
                .map(MessageUid::asLong)
                .collectList()
                .block();
    }

    List<Long> text(Mailbox mailbox, String sought) throws Exception {
        return find(mailbox, SearchQuery.mailContains(sought));
    }

    Path index() {
        return folder.resolve(".station").resolve("search");
    }

    /** Entries that the closed index has on the disk. */
    int entries() throws IOException {
        try (FSDirectory directory = FSDirectory.open(index());
                DirectoryReader reader = DirectoryReader.open(directory)) {
            return reader.numDocs();
        } catch (IndexNotFoundException e) {
            return 0;
        }
    }
}
