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

    int size() {
        return ids.size();
    }

    List<UUID> all() {
        List<UUID> all = new ArrayList<>(ids.size());
        BytesRef key = new BytesRef();
        for (int number = 0; number < ids.size(); number++) {
            all.add(LetterKey.read(ids.get(number, key)));
        }
        return all;
    }
}
