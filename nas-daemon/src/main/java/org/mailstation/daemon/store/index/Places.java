package org.mailstation.daemon.store.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.h2.mvstore.MVMap;
import org.mailstation.daemon.store.record.LetterRecord;

/** In which mailboxes each letter is, by its id. */
final class Places {
    private final MVMap<String, Long> boxes;

    Places(MVMap<String, Long> boxes) {
        this.boxes = boxes;
    }

    void put(long box, LetterRecord letter) {
        boxes.put(key(box, letter), box);
    }

    void remove(long box, LetterRecord letter) {
        boxes.remove(key(box, letter));
    }

    List<Index.Place> of(UUID letter) {
        List<Index.Place> found = new ArrayList<>();
        for (Map.Entry<String, Long> entry : Texts.withPrefix(boxes, letter + ":").entrySet()) {
            String key = entry.getKey();
            long uid = Long.parseLong(key.substring(key.lastIndexOf(':') + 1));
            found.add(new Index.Place(entry.getValue(), uid));
        }
        return found;
    }

    private static String key(long box, LetterRecord letter) {
        return letter.id() + ":" + box + ":" + letter.uid();
    }
}
