package org.mailstation.daemon.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.daemon.store.commit.Leftover;
import org.mailstation.daemon.store.commit.Operation;
import org.mailstation.daemon.store.commit.Scope;
import org.mailstation.daemon.store.commit.Staging;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.LetterRecord;

/** Removes letters in one commit, then their files; the answer are those that were there. */
record RemoveLetters(long box, List<Long> uids) implements Operation<List<LetterRecord>> {
    @Override
    public Scope scope() {
        return Scope.changing(box);
    }

    @Override
    public List<LetterRecord> plan(Staging staging) throws IOException {
        BoxRecord record = Engine.box(staging, box);
        List<LetterRecord> removed = new ArrayList<>();
        for (long uid : uids.stream().distinct().toList()) {
            LetterRecord letter = staging.index().letter(box, uid);
            if (letter != null) {
                staging.remove(box, letter);
                staging.discard(new Leftover(record.folder(), uid));
                removed.add(letter);
            }
        }
        if (!removed.isEmpty()) {
            staging.put(box, staging.state(box).nextModSeq());
        }
        return removed;
    }
}
