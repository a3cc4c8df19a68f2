package org.mailstation.daemon.store.record;

import org.jspecify.annotations.Nullable;

/**
 * One step from a state of the store to the next. Each says the result, not the difference, so that
 * it can be repeated without harm.
 */
public sealed interface Change {
    record PutBox(BoxRecord box) implements Change {}

    record PutState(long box, BoxState state) implements Change {}

    /** With its letters, counters and annotations. */
    record RemoveBox(long box) implements Change {}

    /**
     * @param details {@code null} when only the flags changed
     */
    record PutLetter(long box, LetterRecord letter, @Nullable LetterDetails details)
            implements Change {}

    /** A letter with the details of another one, which is there before this step. */
    record CopyLetter(long box, LetterRecord letter, long fromBox, long fromUid)
            implements Change {}

    record RemoveLetter(long box, long uid) implements Change {}

    record PutSubscription(String user, String mailbox) implements Change {}

    record RemoveSubscription(String user, String mailbox) implements Change {}

    record PutAnnotation(long box, String key, String value) implements Change {}

    record RemoveAnnotation(long box, String key) implements Change {}

    /**
     * Mailbox numbers up to this one are used up. Needed where a journal begins anew without the
     * removed mailboxes.
     */
    record LastBox(long box) implements Change {}
}
