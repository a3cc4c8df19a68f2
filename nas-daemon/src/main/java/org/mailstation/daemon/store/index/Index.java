package org.mailstation.daemon.store.index;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.record.BoxPath;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.BoxState;
import org.mailstation.daemon.store.record.Change;
import org.mailstation.daemon.store.record.LetterDetails;
import org.mailstation.daemon.store.record.LetterRecord;

/**
 * Answers what clients ask, from an embedded database. Written by one thread, read by any. Nothing
 * in it is lost when it is lost: the journal and the letters have all of it.
 */
public interface Index extends AutoCloseable {
    /** The marks by which letters can be found without reading all of them. */
    enum Mark {
        UNSEEN,
        RECENT,
        DELETED
    }

    /** Told of changes as they are applied; must be quick and must not fail. */
    interface Watch {
        void added();

        /** A copy of this letter, perhaps not the last one. */
        void removed(UUID letter);
    }

    /** One copy of a letter. */
    record Place(long box, long uid) {}

    /** The sequence number of the last frame that a reopened index will still know; 0 if none. */
    long applied();

    /** Whether it was closed in order, so that nothing has to be checked. */
    boolean wasClosed();

    void apply(long sequence, List<Change> changes);

    /** Makes everything applied so far durable. */
    void checkpoint();

    /** Keeps nothing in memory only to be quick; it is read again when it is needed. */
    void forgetPages();

    /** Only one is told. */
    void watch(Watch watch);

    /** The highest number ever given to a mailbox. */
    long lastBox();

    @Nullable BoxRecord box(long id);

    @Nullable BoxRecord box(BoxPath path);

    /** Of one account and namespace, ordered by name. */
    List<BoxRecord> boxes(String user, String namespace);

    List<BoxRecord> boxes();

    /** {@link BoxState#EMPTY} if there is no such mailbox. */
    BoxState state(long box);

    @Nullable LetterRecord letter(long box, long uid);

    /**
     * Ordered by UID, both ends included. Reads on while it is asked, so what changes meanwhile may
     * be seen or not.
     */
    Iterator<LetterRecord> letters(long box, long from, long to);

    /** {@code null} if nothing was ever in this mailbox. */
    @Nullable Rows rows(long box);

    /** The UIDs of all letters, ordered. */
    Iterator<Long> uids(long box);

    /** The UIDs of letters with this mark, ordered, both ends included. */
    Iterator<Long> marked(long box, Mark mark, long from, long to);

    @Nullable LetterDetails details(long box, long uid);

    List<Place> places(UUID letter);

    /**
     * The conversation of the first letter that had this mark, also when it is gone by now; {@code
     * null} if none had.
     */
    @Nullable UUID thread(long key);

    List<String> subscriptions(String user);

    /** The changes that would make all subscriptions and annotations again. */
    List<Change> others();

    /** From key to value. */
    Map<String, String> annotations(long box);

    /** Closes it without the mark that all is well. */
    void abandon();

    /** Marks it as closed in order. */
    @Override
    void close();
}
