package org.mailstation.daemon.store.record;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The counters of a mailbox.
 *
 * @param lastUid the highest number given to a letter, 0 before the first
 * @param modSeq the highest change number, 0 before the first
 * @param exists letters in it
 * @param unseen letters without the seen flag
 * @param octets sum of the letters' sizes
 * @param keywords every keyword that was set on a letter of this mailbox
 */
public record BoxState(
        long lastUid, long modSeq, long exists, long unseen, long octets, Set<String> keywords) {
    public static final BoxState EMPTY = new BoxState(0, 0, 0, 0, 0, Set.of());

    public BoxState {
        keywords = Set.copyOf(keywords);
    }

    public BoxState nextUid() {
        return new BoxState(lastUid + 1, modSeq, exists, unseen, octets, keywords);
    }

    public BoxState nextModSeq() {
        return new BoxState(lastUid, modSeq + 1, exists, unseen, octets, keywords);
    }

    /** Never lets the numbers go back. */
    public BoxState atLeast(long uid, long seq) {
        return new BoxState(
                Math.max(lastUid, uid), Math.max(modSeq, seq), exists, unseen, octets, keywords);
    }

    public BoxState added(LetterRecord letter) {
        return count(letter, 1).withKeywords(letter.flags().keywords());
    }

    public BoxState removed(LetterRecord letter) {
        return count(letter, -1);
    }

    public BoxState replaced(LetterRecord before, LetterRecord after) {
        return removed(before).added(after);
    }

    private BoxState count(LetterRecord letter, int sign) {
        int unread = letter.flags().has(LetterFlags.SEEN) ? 0 : sign;
        return new BoxState(
                lastUid,
                modSeq,
                exists + sign,
                unseen + unread,
                octets + sign * letter.size(),
                keywords);
    }

    private BoxState withKeywords(Collection<String> more) {
        if (keywords.containsAll(more)) {
            return this;
        }
        TreeSet<String> all = new TreeSet<>(keywords);
        all.addAll(more);
        return new BoxState(lastUid, modSeq, exists, unseen, octets, all);
    }
}
