package org.mailstation.daemon.store.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.function.ToLongFunction;
import javax.mail.Flags.Flag;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.model.SearchQuery.Criterion;
import org.mailstation.daemon.store.record.LetterFlags;
import org.mailstation.daemon.store.record.LetterRecord;

/** Translates James's searches into conditions on our letters. */
final class Criteria {
    private final TextConditions texts;
    private final Set<MessageUid> recent;

    private Criteria(TextConditions texts, Set<MessageUid> recent) {
        this.texts = texts;
        this.recent = recent;
    }

    static Condition of(SearchQuery query, FullText fullText, Collection<Long> boxes) {
        Criteria criteria =
                new Criteria(new TextConditions(fullText, boxes), query.getRecentMessageUids());
        return new Condition.All(criteria.all(query.getCriteria()));
    }

    private List<Condition> all(List<Criterion> criteria) {
        return criteria.stream().map(this::condition).toList();
    }

    private Condition condition(Criterion criterion) {
        return switch (criterion) {
            case SearchQuery.AllCriterion _ -> _ -> true;
            case SearchQuery.ConjunctionCriterion some -> conjunction(some);
            case SearchQuery.UidCriterion uid -> uids(uid.getOperator().getRange());
            case SearchQuery.FlagCriterion flag -> flag(flag.getFlag(), flag.getOperator().isSet());
            case SearchQuery.CustomFlagCriterion flag ->
                    keyword(flag.getFlag(), flag.getOperator().isSet());
            case SearchQuery.SizeCriterion size ->
                    number(LetterRecord::size, comparison(size.getOperator()));
            case SearchQuery.ModSeqCriterion modSeq ->
                    number(LetterRecord::modSeq, comparison(modSeq.getOperator()));
            case SearchQuery.InternalDateCriterion date ->
                    number(LetterRecord::internalDate, DateRule.of(date.getOperator())::holds);
            case SearchQuery.SaveDateCriterion date ->
                    number(LetterRecord::saveDate, DateRule.of(date.getOperator())::holds);
            case SearchQuery.MessageIdCriterion id -> id(id.getMessageId().serialize());
            case SearchQuery.ThreadIdCriterion id -> thread(id.getThreadId().serialize());
            default -> content(criterion);
        };
    }

    private Condition content(Criterion criterion) {
        return switch (criterion) {
            case SearchQuery.HeaderCriterion header -> texts.header(header);
            case SearchQuery.SubjectCriterion subject ->
                    texts.field("Subject", subject.getSubject());
            case SearchQuery.MimeMessageIDCriterion id -> texts.messageId(id.getMessageID());
            case SearchQuery.TextCriterion text ->
                    texts.text(text.getType(), text.getOperator().getValue());
            case SearchQuery.AttachmentCriterion attachment ->
                    texts.attached(attachment.getOperator().isSet());
            default -> throw new IllegalArgumentException("cannot search by " + criterion);
        };
    }

    private Condition conjunction(SearchQuery.ConjunctionCriterion some) {
        List<Condition> parts = all(some.getCriteria());
        return switch (some.getType()) {
            case AND -> new Condition.All(parts);
            case OR -> new Condition.Any(parts);
            case NOR -> new Condition.Not(new Condition.Any(parts));
        };
    }

    /** Without any range, James means all. */
    private static Condition uids(SearchQuery.UidRange[] ranges) {
        return letter ->
                ranges.length == 0
                        || Arrays.stream(ranges)
                                .anyMatch(range -> range.isIn(MessageUid.of(letter.uid())));
    }

    private Condition flag(Flag flag, boolean wanted) {
        if (flag == Flag.RECENT) {
            return letter ->
                    wanted
                            == (letter.record().flags().has(LetterFlags.RECENT)
                                    || recent.contains(MessageUid.of(letter.uid())));
        }
        int bit = bit(flag);
        return letter -> wanted == letter.record().flags().has(bit);
    }

    private static int bit(Flag flag) {
        if (flag == Flag.ANSWERED) {
            return LetterFlags.ANSWERED;
        } else if (flag == Flag.DELETED) {
            return LetterFlags.DELETED;
        } else if (flag == Flag.DRAFT) {
            return LetterFlags.DRAFT;
        } else if (flag == Flag.FLAGGED) {
            return LetterFlags.FLAGGED;
        } else if (flag == Flag.SEEN) {
            return LetterFlags.SEEN;
        }
        throw new IllegalArgumentException("no letter has this flag");
    }

    /** Keywords do not distinguish upper and lower case (RFC 9051, 2.3.2). */
    private static Condition keyword(String keyword, boolean wanted) {
        return letter ->
                wanted
                        == letter.record().flags().keywords().stream()
                                .anyMatch(keyword::equalsIgnoreCase);
    }

    private static Condition number(ToLongFunction<LetterRecord> number, LongPredicate wanted) {
        return letter -> wanted.test(number.applyAsLong(letter.record()));
    }

    private static LongPredicate comparison(SearchQuery.NumericOperator operator) {
        long value = operator.getValue();
        return switch (operator.getType()) {
            case EQUALS -> number -> number == value;
            case LESS_THAN -> number -> number < value;
            case GREATER_THAN -> number -> number > value;
        };
    }

    private static Condition id(String serialized) {
        UUID wanted = UUID.fromString(serialized);
        return letter -> letter.record().id().equals(wanted);
    }

    private static Condition thread(String serialized) {
        UUID wanted = UUID.fromString(serialized);
        return letter -> letter.record().thread().equals(wanted);
    }
}
