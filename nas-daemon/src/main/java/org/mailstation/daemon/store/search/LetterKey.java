package org.mailstation.daemon.store.search;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** The identity of a letter in the full-text index: sixteen octets. */
final class LetterKey {
    static final String FIELD = "id";

    private LetterKey() {}

    static BytesRef of(UUID letter) {
        ByteBuffer octets = ByteBuffer.allocate(2 * Long.BYTES);
        octets.putLong(letter.getMostSignificantBits());
        octets.putLong(letter.getLeastSignificantBits());
        return new BytesRef(octets.array());
    }

    static UUID read(BytesRef key) {
        ByteBuffer octets = ByteBuffer.wrap(key.bytes, key.offset, key.length);
        return new UUID(octets.getLong(), octets.getLong());
    }

    static Term term(UUID letter) {
        return new Term(FIELD, of(letter));
    }
}
