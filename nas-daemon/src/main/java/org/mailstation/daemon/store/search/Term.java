package org.mailstation.daemon.store.search;

import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/**
 * The octets of a term: the code of its kind, then each UTF-16 unit in the manner of UTF-8, so that
 * the start of a text is the start of its octets.
 */
final class Term {
    /** The field of the full-text index that holds all terms. */
    static final String FIELD = "t";

    private static final int TWO_OCTETS = 0x80;
    private static final int THREE_OCTETS = 0x800;

    private Term() {}

    static BytesRef of(byte code, CharSequence text) {
        BytesRefBuilder term = new BytesRefBuilder();
        term.append(code);
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i), term);
        }
        return term.get();
    }

    static org.apache.lucene.index.Term indexed(byte code, CharSequence text) {
        return new org.apache.lucene.index.Term(FIELD, of(code, text));
    }

    static void append(char c, BytesRefBuilder term) {
        if (c < TWO_OCTETS) {
            term.append((byte) c);
        } else if (c < THREE_OCTETS) {
            term.append((byte) (0xC0 | c >> 6));
            term.append((byte) (0x80 | c & 0x3F));
        } else {
            term.append((byte) (0xE0 | c >> 12));
            term.append((byte) (0x80 | c >> 6 & 0x3F));
            term.append((byte) (0x80 | c & 0x3F));
        }
    }
}
