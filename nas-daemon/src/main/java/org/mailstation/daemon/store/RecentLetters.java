package org.mailstation.daemon.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import javax.mail.Flags;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.UpdatedFlags;
import org.apache.james.mailbox.store.FlagsUpdateCalculator;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.index.Index.Mark;
import org.mailstation.daemon.store.record.LetterRecord;

/**
 * Letters that no program has been told of (RFC 3501 2.3.2; gone in RFC 9051). After a large import
 * that may be a whole mailbox, and James holds all that it is told of for as long as the mailbox is
 * open, so it is told of the newest ones only.
 */
record RecentLetters(Engine engine, long box) {
    /** Of which a program is told. */
    static final int TOLD = 10_000;

    private static final FlagsUpdateCalculator REMOVE =
            new FlagsUpdateCalculator(new Flags(Flags.Flag.RECENT), FlagsUpdateMode.REMOVE);

    /** The newest ones, in their order. */
    List<MessageUid> newest() {
        Deque<MessageUid> newest = new ArrayDeque<>();
        uids(engine.index()).forEachRemaining(uid -> push(newest, MessageUid.of(uid)));
        return List.copyOf(newest);
    }

    /** Makes that none is recent any more; gives the newest of those that were. */
    List<UpdatedFlags> reset() throws MailboxException {
        Deque<UpdatedFlags> newest = new ArrayDeque<>();
        int changed = Slice.LETTERS;
        while (changed == Slice.LETTERS && uids(engine.index()).hasNext()) {
            List<UpdatedFlags> some = engine.run(new ChangeFlags(box, this::some, REMOVE));
            some.forEach(one -> push(newest, one));
            changed = some.size();
        }
        return List.copyOf(newest);
    }

    private static <T> void push(Deque<T> newest, T one) {
        if (newest.size() == TOLD) {
            newest.removeFirst();
        }
        newest.addLast(one);
    }

    private Iterator<Long> uids(Index index) {
        return index.marked(box, Mark.RECENT, 1, Long.MAX_VALUE);
    }

    private Iterator<LetterRecord> some(Index index) {
        List<LetterRecord> found = new ArrayList<>();
        Iterator<Long> uids = uids(index);
        while (uids.hasNext() && found.size() < Slice.LETTERS) {
            LetterRecord letter = index.letter(box, uids.next());
            if (letter != null) {
                found.add(letter);
            }
        }
        return found.iterator();
    }
}
