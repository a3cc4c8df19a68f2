package org.mailstation.daemon.store.search;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Gathers the identities of the letters that a question finds. */
final class HitCollector extends SimpleCollector {
    private final Hits hits = new Hits();
    private @Nullable BinaryDocValues keys;

    @SuppressWarnings("deprecation") // one collector on one thread is what we want
    static Hits collect(IndexSearcher searcher, Query query) throws IOException {
        HitCollector collector = new HitCollector();
        searcher.search(query, collector);
        return collector.hits;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        keys = context.reader().getBinaryDocValues(LetterKey.FIELD);
    }

    @Override
    public void collect(int document) throws IOException {
        if (keys != null && keys.advanceExact(document)) {
            hits.add(keys.binaryValue());
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
