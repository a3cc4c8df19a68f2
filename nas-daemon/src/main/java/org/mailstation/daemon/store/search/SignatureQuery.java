package org.mailstation.daemon.store.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Finds the letters whose {@link Signature} says that they have all these marks. */
final class SignatureQuery extends Query {
    static final String FIELD = "s";
    private static final float COST = 10;

    private final int[] marks;

    SignatureQuery(int[] marks) {
        this.marks = marks.clone();
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
                Scorer scorer = new ConstantScoreScorer(score(), scoreMode, matching(context));
                return new DefaultScorerSupplier(scorer);
            }

            @Override
            public boolean isCacheable(LeafReaderContext context) {
                return false;
            }
        };
    }

    private TwoPhaseIterator matching(LeafReaderContext context) throws IOException {
        BinaryDocValues signatures = context.reader().getBinaryDocValues(FIELD);
        return new TwoPhaseIterator(DocIdSetIterator.all(context.reader().maxDoc())) {
            @Override
            public boolean matches() throws IOException {
                return hasAll(signatures, approximation.docID());
            }

            @Override
            public float matchCost() {
                return COST;
            }
        };
    }

    private boolean hasAll(@Nullable BinaryDocValues signatures, int letter) throws IOException {
        if (signatures == null || !signatures.advanceExact(letter)) {
            return false;
        }
        var signature = signatures.binaryValue();
        for (int mark : marks) {
            if (!Signature.has(signature, mark)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignatureQuery query && Arrays.equals(marks, query.marks);
    }

    @Override
    public int hashCode() {
        return classHash() ^ Arrays.hashCode(marks);
    }

    @Override
    public String toString(String field) {
        return marks.length + " marks";
    }
}
