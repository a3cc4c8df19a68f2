package org.mailstation.daemon.store.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.mailstation.daemon.store.text.Folding;

/**
 * A text that is sought, as questions to the full-text index.
 *
 * @param folded what a letter must contain, folded; not empty
 */
record Needle(String folded) {
    /** More groups of three would only make the question slower. */
    private static final int MOST_GRAMS = 24;

    private static final int MOST_QUESTIONS = 64;

    /** May be empty: then every letter contains it. */
    static Needle of(String sought) {
        return new Needle(Folding.fold(sought));
    }

    boolean isEmpty() {
        return folded.isEmpty();
    }

    /** Whether {@link #candidates} are hits without further proof. */
    boolean isOneGram() {
        return folded.length() <= Terms.GRAM && folded.indexOf(' ') < 0;
    }

    boolean isIn(CharSequence text) {
        return text.toString().contains(folded);
    }

    /** Finds every letter that contains it in a text of this kind, and perhaps others. */
    Query candidates(Kind kind) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        rows().flatMap(row -> row(kind, row))
                .limit(MOST_QUESTIONS)
                .forEach(query -> all.add(query, Occur.FILTER));
        return all.build();
    }

    /** The longer ones say more. */
    private Stream<String> rows() {
        return Arrays.stream(folded.split(" "))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed());
    }

    private static Stream<Query> row(Kind kind, String row) {
        return row.length() < Terms.GRAM
                ? Stream.of(new PrefixQuery(Term.indexed(kind.gramCode(), row)))
                : grams(row).stream()
                        .map(gram -> new TermQuery(Term.indexed(kind.gramCode(), gram)));
    }

    /** Finds only letters that contain it in a text of this kind, but perhaps not all. */
    Query hits(Kind kind) {
        if (isOneGram()) {
            return candidates(kind);
        }
        boolean word = folded.chars().allMatch(Character::isLetterOrDigit);
        return word && folded.length() <= Terms.LONGEST_WORD
                ? new PrefixQuery(Term.indexed(kind.wordCode(), folded))
                : new MatchNoDocsQuery();
    }

    private static List<String> grams(String row) {
        Set<String> grams = new LinkedHashSet<>();
        int last = row.length() - Terms.GRAM;
        int step = 1 + last / MOST_GRAMS;
        for (int i = 0; i < last; i += step) {
            grams.add(row.substring(i, i + Terms.GRAM));
        }
        grams.add(row.substring(last));
        return new ArrayList<>(grams);
    }
}
