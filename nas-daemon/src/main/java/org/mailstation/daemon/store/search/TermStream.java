package org.mailstation.daemon.store.search;

import java.util.Collections;
import java.util.Iterator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;

/** Hands the terms of one letter after the other to Lucene. */
final class TermStream extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private Iterator<BytesRef> terms = Collections.emptyIterator();

    TermStream of(Iterator<BytesRef> letter) {
        terms = letter;
        return this;
    }

    @Override
    public boolean incrementToken() {
        if (!terms.hasNext()) {
            return false;
        }
        clearAttributes();
        term.setBytesRef(terms.next());
        return true;
    }
}
