package org.mailstation.daemon.store.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/** A set of letters by their identity, some thirty octets each. */
final class Hits {
    private final BytesRefHash ids = new BytesRefHash();

    void add(BytesRef id) {
        ids.add(id);
    }

    boolean contains(UUID letter) {
        return ids.find(LetterKey.of(letter)) >= 0;
    }

    /** Not more than that many. */
    List<UUID> some(int most) {
        int count = Math.min(most, ids.size());
        List<UUID> some = new ArrayList<>(count);
        BytesRef key = new BytesRef();
        for (int number = 0; number < count; number++) {
            some.add(LetterKey.read(ids.get(number, key)));
        }
        return some;
    }
}
