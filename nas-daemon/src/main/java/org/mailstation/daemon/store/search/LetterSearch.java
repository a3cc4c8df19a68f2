package org.mailstation.daemon.store.search;

import com.google.common.collect.Streams;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javax.mail.Flags.Flag;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.model.SearchQuery.Criterion;
import org.mailstation.daemon.store.disk.LetterFiles;
import org.mailstation.daemon.store.index.Index;
import org.mailstation.daemon.store.index.Index.Mark;
import org.mailstation.daemon.store.record.BoxRecord;
import org.mailstation.daemon.store.record.LetterRecord;

/** Answers searches. */
public final class LetterSearch {
    /** From so few hits in a mailbox on it is quicker to look them up than to pass all letters. */
    private static final int LOOK_UP = 8;

    private final Index index;
    private final LetterFiles files;
    private final FullText fullText;

    /** A letter that was found. */
    public record Found(BoxRecord box, LetterRecord letter) {}

    public LetterSearch(Index index, LetterFiles files, FullText fullText) {
        this.index = index;
        this.files = files;
        this.fullText = fullText;
    }

    /**
     * Tells all letters in these mailboxes that match, by mailbox and UID.
     *
     * @throws IOException if a letter or the full-text index cannot be read
     * @throws IllegalArgumentException for criteria that cannot be searched
     */
    public void search(Collection<BoxRecord> boxes, SearchQuery query, Consumer<Found> found)
            throws IOException {
        Condition condition =
                Criteria.of(query, fullText, boxes.stream().map(BoxRecord::id).toList());
        for (BoxRecord box : boxes) {
            Iterator<LetterRecord> letters = candidates(box, query.getCriteria(), condition);
            while (letters.hasNext()) {
                LetterRecord letter = letters.next();
                if (condition.matches(new Letter(box, letter, index, files))) {
                    found.accept(new Found(box, letter));
                }
            }
        }
    }

    private Iterator<LetterRecord> candidates(
            BoxRecord box, List<Criterion> criteria, Condition condition) throws IOException {
        Mark mark = mark(criteria);
        if (mark != null) {
            return letters(box, index.marked(box.id(), mark, 1, Long.MAX_VALUE));
        }
        long few = index.state(box.id()).exists() / LOOK_UP;
        List<UUID> only = condition.only(Math.toIntExact(few));
        if (only != null) {
            return letters(box, uids(box, only));
        }
        return index.letters(box.id(), lowest(criteria), highest(criteria));
    }

    /** Letters with one of these marks are listed in the index. */
    private static org.mailstation.daemon.store.index.Index.@org.jspecify.annotations.Nullable Mark
            mark(List<Criterion> criteria) {
        for (Criterion criterion : criteria) {
            if (criterion instanceof SearchQuery.FlagCriterion flag) {
                if (flag.getFlag() == Flag.SEEN && !flag.getOperator().isSet()) {
                    return Mark.UNSEEN;
                }
                if (flag.getFlag() == Flag.DELETED && flag.getOperator().isSet()) {
                    return Mark.DELETED;
                }
            }
        }
        return null;
    }

    private Iterator<Long> uids(BoxRecord box, List<UUID> letters) {
        return letters.stream()
                .flatMap(letter -> index.places(letter).stream())
                .filter(place -> place.box() == box.id())
                .map(Index.Place::uid)
                .sorted()
                .iterator();
    }

    /** One after the other: in an archive that nobody has read, all letters are unseen. */
    private Iterator<LetterRecord> letters(BoxRecord box, Iterator<Long> uids) {
        return Streams.stream(uids)
                .map(uid -> index.letter(box.id(), uid))
                .filter(Objects::nonNull)
                .iterator();
    }

    private static long lowest(List<Criterion> criteria) {
        return ranges(criteria)
                .map(ranges -> Arrays.stream(ranges).mapToLong(one -> one.getLowValue().asLong()))
                .map(lows -> lows.min().orElse(1))
                .max(Comparator.naturalOrder())
                .orElse(1L);
    }

    private static long highest(List<Criterion> criteria) {
        return ranges(criteria)
                .map(ranges -> Arrays.stream(ranges).mapToLong(one -> one.getHighValue().asLong()))
                .map(highs -> highs.max().orElse(Long.MAX_VALUE))
                .min(Comparator.naturalOrder())
                .orElse(Long.MAX_VALUE);
    }

    private static java.util.stream.Stream<SearchQuery.UidRange[]> ranges(
            List<Criterion> criteria) {
        return criteria.stream()
                .map(one -> one instanceof SearchQuery.UidCriterion uid ? uid : null)
                .filter(Objects::nonNull)
                .map(uid -> uid.getOperator().getRange())
                .filter(ranges -> ranges.length > 0);
    }
}
