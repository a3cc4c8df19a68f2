package org.mailstation.daemon.store.record;

import java.util.ArrayList;
import java.util.List;

/**
 * Changes that happen together or not at all.
 *
 * @param sequence counts all frames of a store from 1
 */
public record Frame(long sequence, List<Change> changes) {
    public Frame {
        changes = List.copyOf(changes);
    }

    public byte[] bytes() {
        BytesOut out = new BytesOut();
        out.number(sequence).number(changes.size());
        for (Change change : changes) {
            ChangeCodec.write(out, change);
        }
        return out.toArray();
    }

    /**
     * @throws IllegalArgumentException if these are not the bytes of a frame
     */
    public static Frame read(byte[] bytes) {
        BytesIn in = new BytesIn(bytes);
        long sequence = in.number();
        int count = in.count();
        List<Change> changes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            changes.add(ChangeCodec.read(in));
        }
        return new Frame(sequence, changes);
    }
}
