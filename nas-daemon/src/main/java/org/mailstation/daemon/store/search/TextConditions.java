package org.mailstation.daemon.store.search;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.model.SearchQuery.Scope;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.mailstation.daemon.store.text.Folding;
import org.mailstation.daemon.store.text.HeaderField;

/**
 * The conditions on what is in a letter. As RFC 9051, 6.4.4 wants it, a text is found also within
 * words; case and accents do not matter.
 *
 * @param boxes the mailboxes that are searched
 */
record TextConditions(FullText fullText, Collection<Long> boxes) {
    private static final String DATE = "Date";

    /** What James calls the date of a letter where it does not mean the header field. */
    private static final String JAMES_DATE = "sentDate";

    Condition header(SearchQuery.HeaderCriterion criterion) {
        String name = criterion.getHeaderName();
        return switch (criterion.getOperator()) {
            case SearchQuery.ContainsOperator text -> field(name, text.getValue());
            case SearchQuery.AddressOperator text -> field(name, text.getAddress());
            case SearchQuery.DateOperator date -> sent(name, DateRule.of(date));
            default -> exists(name);
        };
    }

    Condition field(String name, String sought) {
        Needle needle = Needle.of(sought);
        if (needle.isEmpty()) {
            return exists(name);
        }
        Kind kind = Kind.of(name);
        Proof proof =
                letter ->
                        letter.header().stream()
                                .filter(field -> field.is(name))
                                .anyMatch(field -> needle.isIn(Folding.fold(field.value())));
        return kind == Kind.HEADER
                ? new Indexed(fullText, boxes, nothing(), needle.all(kind), proof)
                : contains(needle, List.of(kind), proof);
    }

    private Condition exists(String name) {
        return new Indexed(
                fullText,
                boxes,
                nothing(),
                Needle.of(name + ":").all(Kind.HEADER),
                letter -> letter.field(name) != null);
    }

    /** The whole id, as it is written. */
    Condition messageId(String id) {
        Needle needle = Needle.of(id);
        return new Indexed(
                fullText,
                boxes,
                nothing(),
                needle.all(Kind.HEADER),
                letter -> {
                    HeaderField field = letter.field("Message-ID");
                    return field != null && field.body().equals(id.strip());
                });
    }

    Condition text(Scope scope, String sought) {
        Needle needle = Needle.of(sought);
        if (needle.isEmpty()) {
            return _ -> true;
        }
        return switch (scope) {
            case BODY ->
                    contains(needle, List.of(Kind.BODY), letter -> letter.bodyContains(needle));
            case FULL ->
                    contains(
                            needle,
                            List.of(Kind.HEADER, Kind.BODY),
                            letter -> letter.headerContains(needle) || letter.bodyContains(needle));
            case ATTACHMENT_FILE_NAME ->
                    contains(needle, List.of(Kind.NAME), letter -> letter.hasFileNamed(needle));
            case ATTACHMENTS ->
                    throw new IllegalArgumentException("the text of attachments is not searched");
        };
    }

    private Condition contains(Needle needle, List<Kind> kinds, Proof proof) {
        return new Indexed(
                fullText, boxes, any(kinds, needle::hits), any(kinds, needle::candidates), proof);
    }

    private static Query any(List<Kind> kinds, Function<Kind, Query> query) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        kinds.forEach(kind -> any.add(query.apply(kind), Occur.SHOULD));
        return any.build();
    }

    private Condition sent(String name, DateRule rule) {
        boolean indexed = name.equalsIgnoreCase(DATE) || name.equals(JAMES_DATE);
        Proof proof =
                letter -> {
                    HeaderField field = letter.field(indexed ? DATE : name);
                    SentDate date = field == null ? null : SentDate.parse(field.body());
                    return date != null
                            && (rule.ofDays()
                                    ? rule.fromDay() <= date.day() && date.day() < rule.toDay()
                                    : rule.holds(date.millis()));
                };
        if (!indexed) {
            return proof::holds;
        }
        Query hits =
                rule.ofDays()
                        ? NumericDocValuesField.newSlowRangeQuery(
                                LetterDocument.SENT_DAY, rule.fromDay(), rule.toDay() - 1)
                        : NumericDocValuesField.newSlowRangeQuery(
                                LetterDocument.SENT, rule.from(), rule.to() - 1);
        return new Indexed(fullText, boxes, hits, null, proof);
    }

    /** Whether a file is attached. */
    Condition attached(boolean wanted) {
        Query hits = new TermQuery(new Term(LetterDocument.ATTACHED, LetterDocument.YES));
        Condition attached = new Indexed(fullText, boxes, hits, null, Letter::hasAttachment);
        return wanted ? attached : new Condition.Not(attached);
    }

    private static Query nothing() {
        return new org.apache.lucene.search.MatchNoDocsQuery();
    }
}
