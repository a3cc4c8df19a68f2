package org.mailstation.daemon.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import javax.mail.Flags;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.model.UpdatedFlags;
import org.apache.james.mailbox.store.FlagsUpdateCalculator;
import org.mailstation.daemon.store.commit.Operation;
import org.mailstation.daemon.store.commit.Scope;
import org.mailstation.daemon.store.commit.Staging;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.record.BoxState;
import org.mailstation.daemon.store.record.LetterRecord;

/**
 * Changes flags of letters in one commit and under one change number.
 *
 * @param select which letters, looked up within the commit
 */
record ChangeFlags(
        long box, Function<Index, Iterator<LetterRecord>> select, FlagsUpdateCalculator calculator)
        implements Operation<List<UpdatedFlags>> {
    @Override
    public Scope scope() {
        return Scope.changing(box);
    }

    @Override
    public List<UpdatedFlags> plan(Staging staging) throws IOException {
        BoxState next = staging.state(box).nextModSeq();
        List<UpdatedFlags> updates = new ArrayList<>();
        Iterator<LetterRecord> letters = select.apply(staging.index());
        while (letters.hasNext()) {
            updates.add(change(staging, letters.next(), next));
        }
        return updates;
    }

    /**
     * That letters are no longer recent is no change that others have to hear of: else every
     * program that comes back would fetch all that is new once more.
     */
    private static boolean isOnlyAboutRecent(Flags before, Flags after) {
        Flags old = new Flags(before);
        old.remove(Flags.Flag.RECENT);
        Flags current = new Flags(after);
        current.remove(Flags.Flag.RECENT);
        return old.equals(current);
    }

    private UpdatedFlags change(Staging staging, LetterRecord letter, BoxState next) {
        Flags before = JamesFlags.of(letter.flags());
        Flags after = calculator.buildNewFlags(JamesFlags.of(letter.flags()));
        LetterRecord now = letter;
        if (UpdatedFlags.flagsChanged(before, after)) {
            long modSeq = isOnlyAboutRecent(before, after) ? letter.modSeq() : next.modSeq();
            now = letter.withFlags(JamesFlags.read(after), modSeq);
            staging.replace(box, letter, now);
            staging.put(box, staging.state(box).atLeast(0, modSeq));
        }
        return UpdatedFlags.builder()
                .uid(MessageUid.of(now.uid()))
                .messageId(new LetterId(now.id()))
                .modSeq(ModSeq.of(now.modSeq()))
                .oldFlags(before)
                .newFlags(after)
                .build();
    }
}
