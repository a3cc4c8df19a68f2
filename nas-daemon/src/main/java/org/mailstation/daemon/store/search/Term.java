package org.mailstation.daemon.store.search;

import org.apache.lucene.util.BytesRef;

/**
 * The octets of a term: the code of its kind, then each UTF-16 unit in the manner of UTF-8, so that
 * a text that is in another one is so also in its octets.
 */
final class Term {
    /** The field of the full-text index that holds all terms. */
    static final String FIELD = "t";

    /** One character takes no more. */
    static final int MOST_OCTETS = 3;

    private static final int TWO_OCTETS = 0x80;
    private static final int THREE_OCTETS = 0x800;

    private Term() {}

    static BytesRef of(Kind kind, String text) {
        BytesRef term = new BytesRef(1 + MOST_OCTETS * text.length());
        term.bytes[0] = kind.code();
        term.length = write(text.toCharArray(), 0, text.length(), term.bytes, 1);
        return term;
    }

    /** Without a kind. */
    static BytesRef octets(String text) {
        BytesRef octets = new BytesRef(MOST_OCTETS * text.length());
        octets.length = write(text.toCharArray(), 0, text.length(), octets.bytes, 0);
        return octets;
    }

    static org.apache.lucene.index.Term indexed(Kind kind, String text) {
        return new org.apache.lucene.index.Term(FIELD, of(kind, text));
    }

    /**
     * @return where the octets end
     */
    static int write(char[] text, int from, int length, byte[] octets, int start) {
        int end = start;
        for (int i = from; i < from + length; i++) {
            char c = text[i];
            if (c < TWO_OCTETS) {
                octets[end++] = (byte) c;
            } else if (c < THREE_OCTETS) {
                octets[end++] = (byte) (0xC0 | c >> 6);
                octets[end++] = (byte) (0x80 | c & 0x3F);
            } else {
                octets[end++] = (byte) (0xE0 | c >> 12);
                octets[end++] = (byte) (0x80 | c >> 6 & 0x3F);
                octets[end++] = (byte) (0x80 | c & 0x3F);
            }
        }
        return end;
    }
}
