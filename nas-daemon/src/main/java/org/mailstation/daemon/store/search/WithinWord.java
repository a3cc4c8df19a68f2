package org.mailstation.daemon.store.search;

import java.io.IOException;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;

/** Finds letters with a word of which this is a part, or the end: looks through all words. */
final class WithinWord extends MultiTermQuery {
    private final BytesRef kind;
    private final BytesRef part;
    private final boolean atEnd;

    WithinWord(Kind kind, String part, boolean atEnd) {
        super(Term.FIELD, CONSTANT_SCORE_REWRITE);
        this.kind = Term.of(kind, "");
        this.part = Term.octets(part);
        this.atEnd = atEnd;
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        FilteredTermsEnum words =
                new FilteredTermsEnum(terms.iterator()) {
                    @Override
                    protected AcceptStatus accept(BytesRef word) {
                        if (word.bytes[word.offset] != kind.bytes[0]) {
                            return AcceptStatus.END;
                        }
                        return matches(word) ? AcceptStatus.YES : AcceptStatus.NO;
                    }

                    {
                        setInitialSeekTerm(kind);
                    }
                };
        return words;
    }

    private boolean matches(BytesRef word) {
        int last = word.length - part.length;
        for (int start = atEnd ? Math.max(last, 1) : 1; start <= last; start++) {
            if (isAt(word, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(BytesRef word, int start) {
        int from = word.offset + start;
        for (int i = 0; i < part.length; i++) {
            if (word.bytes[from + i] != part.bytes[i]) {
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
        return super.equals(other)
                && other instanceof WithinWord query
                && kind.equals(query.kind)
                && part.equals(query.part)
                && atEnd == query.atEnd;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + part.hashCode();
    }

    @Override
    public String toString(String field) {
        return "within a word";
    }
}
