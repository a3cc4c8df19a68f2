package org.mailstation.daemon.store.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The open files of the full-text index. Written by one thread; searchers may be taken by any. */
final class Shelf implements AutoCloseable {
    /** The part of the heap in which letters are gathered before they are written. */
    private static final double PART_OF_HEAP = 1.0 / 12;

    private static final double MEGABYTE = 1 << 20;
    private static final double MOST_MEGABYTES = 16;

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Progress progress;

    private Shelf(Directory directory, IndexWriter writer, Progress progress) throws IOException {
        this.directory = directory;
        this.writer = writer;
        this.progress = progress;
        this.searchers = new SearcherManager(writer, new Uncached());
    }

    /**
     * @throws IOException if it cannot be read or written
     * @throws IllegalArgumentException if it is of another format
     */
    static Shelf open(Path folder) throws IOException {
        Directory directory = new MMapDirectory(Files.createDirectories(folder));
        try {
            boolean fresh = !DirectoryReader.indexExists(directory);
            IndexWriter writer = new IndexWriter(directory, config());
            try {
                return new Shelf(
                        directory, writer, fresh ? new Progress() : Progress.read(saved(writer)));
            } catch (IOException | RuntimeException e) {
                writer.rollback();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static IndexWriterConfig config() {
        IndexWriterConfig config = new IndexWriterConfig();
        config.setRAMBufferSizeMB(
                Math.min(
                        MOST_MEGABYTES,
                        PART_OF_HEAP * Runtime.getRuntime().maxMemory() / MEGABYTE));
        config.setMergeScheduler(new SerialMergeScheduler());
        config.setUseCompoundFile(true);
        config.setCommitOnClose(false);
        return config;
    }

    private static Map<String, String> saved(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> entries = writer.getLiveCommitData();
        if (entries != null) {
            entries.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    /** Removes it, so that the next {@link #open} begins anew. */
    static void remove(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    Progress progress() {
        return progress;
    }

    void add(Document letter) throws IOException {
        writer.addDocument(letter);
    }

    void remove(UUID letter) throws IOException {
        writer.deleteDocuments(LetterKey.term(letter));
    }

    /** Lets searchers see what was added. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Makes what was added durable, together with how far it got. */
    void commit() throws IOException {
        writer.setLiveCommitData(progress.write().entrySet());
        writer.commit();
        refresh();
    }

    boolean hasUncommitted() {
        return writer.hasUncommittedChanges();
    }

    /** Something to do with a searcher. */
    interface Use<T> {
        T with(IndexSearcher searcher) throws IOException;
    }

    <T> T search(Use<T> use) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return use.with(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** Whether searchers see this letter. */
    boolean has(UUID letter) throws IOException {
        BytesRef key = LetterKey.of(letter);
        return search(
                searcher -> {
                    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                        var terms = leaf.reader().terms(LetterKey.FIELD);
                        TermsEnum each = terms == null ? null : terms.iterator();
                        if (each != null && each.seekExact(key)) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    /** Without saving what was not committed. */
    @Override
    public void close() throws IOException {
        try (directory) {
            searchers.close();
            writer.rollback();
        }
    }

    /** Searches are too different from each other for a cache to be worth its memory. */
    private static final class Uncached extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            return searcher;
        }
    }
}
