package org.mailstation.daemon.store.search;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailstation.daemon.store.index.Index;

/**
 * How far the full-text index got in each mailbox: the UID up to which it has every letter. It is
 * kept in the index's own commits, so that both are lost or saved together.
 */
final class Progress {
    /** Changes with the terms and fields of the index; an index of another format is made anew. */
    static final String FORMAT = "2";

    private static final String FORMAT_KEY = "format";
    private static final String SEQUENCE_KEY = "sequence";
    private static final String BOX_KEY = "box.";

    private final Map<Long, Long> uids = new ConcurrentHashMap<>();

    /** The last change of the store of which removals are known to be done. */
    private long sequence;

    long uid(long box) {
        return uids.getOrDefault(box, 0L);
    }

    void reached(long box, long uid) {
        uids.merge(box, uid, Math::max);
    }

    void forget(long box) {
        uids.remove(box);
    }

    long sequence() {
        return sequence;
    }

    void reached(long newSequence) {
        sequence = newSequence;
    }

    boolean isBehind(Index index, long box) {
        return uid(box) < index.state(box).lastUid();
    }

    /** Forgets mailboxes that are gone, and begins anew where the index knows less than we. */
    void agreeWith(Index index) {
        uids.keySet().removeIf(box -> index.box(box) == null);
        uids.replaceAll((box, uid) -> uid > index.state(box).lastUid() ? 0 : uid);
    }

    Map<String, String> write() {
        Map<String, String> data = new HashMap<>();
        data.put(FORMAT_KEY, FORMAT);
        data.put(SEQUENCE_KEY, Long.toString(sequence));
        uids.forEach((box, uid) -> data.put(BOX_KEY + box, Long.toString(uid)));
        return data;
    }

    /**
     * @throws IllegalArgumentException if it is not what {@link #write} writes
     */
    static Progress read(Map<String, String> data) {
        if (!FORMAT.equals(data.get(FORMAT_KEY))) {
            throw new IllegalArgumentException("full-text index of another format");
        }
        Progress progress = new Progress();
        data.forEach(
                (key, value) -> {
                    if (key.equals(SEQUENCE_KEY)) {
                        progress.sequence = Long.parseLong(value);
                    } else if (key.startsWith(BOX_KEY)) {
                        progress.uids.put(
                                Long.valueOf(key.substring(BOX_KEY.length())), Long.valueOf(value));
                    }
                });
        return progress;
    }
}
