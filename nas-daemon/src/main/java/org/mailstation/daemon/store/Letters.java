package org.mailstation.daemon.store;

import java.util.Date;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.model.MessageMetaData;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.LetterDetails;
import org.mailstation.daemon.store.record.LetterRecord;

/** Reading letters from the index. */
record Letters(Engine engine) {
    static long from(MessageRange range) {
        return range.getType() == MessageRange.Type.ALL ? 1 : range.getUidFrom().asLong();
    }

    static long to(MessageRange range) {
        return switch (range.getType()) {
            case ALL, FROM -> Long.MAX_VALUE;
            case ONE, RANGE -> range.getUidTo().asLong();
        };
    }

    /**
     * @param limit at most so many, or all if not positive
     */
    Iterator<MailboxMessage> find(BoxRecord box, MessageRange range, FetchType type, int limit) {
        Iterator<LetterRecord> letters = engine.index().letters(box.id(), from(range), to(range));
        return new Iterator<>() {
            private int left = limit > 0 ? limit : Integer.MAX_VALUE;

            @Override
            public boolean hasNext() {
                return left > 0 && letters.hasNext();
            }

            @Override
            public MailboxMessage next() {
                if (left <= 0) {
                    throw new NoSuchElementException();
                }
                left--;
                return message(box, letters.next(), type);
            }
        };
    }

    MailboxMessage message(BoxRecord box, LetterRecord letter, FetchType type) {
        LetterDetails details = type == FetchType.METADATA ? null : details(box, letter);
        return StoredMessage.of(
                letter, box.id(), engine.files().letter(box.folder(), letter.uid()), details);
    }

    /** What events tell about a letter. */
    static MessageMetaData metaData(LetterRecord letter) {
        return new MessageMetaData(
                MessageUid.of(letter.uid()),
                ModSeq.of(letter.modSeq()),
                JamesFlags.of(letter.flags()),
                letter.size(),
                new Date(letter.internalDate()),
                Optional.of(new Date(letter.saveDate())),
                new LetterId(letter.id()),
                ThreadId.fromBaseMessageId(new LetterId(letter.thread())));
    }

    private @Nullable LetterDetails details(BoxRecord box, LetterRecord letter) {
        return engine.index().details(box.id(), letter.uid());
    }
}
