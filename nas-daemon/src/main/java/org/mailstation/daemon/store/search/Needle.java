package org.mailstation.daemon.store.search;

import java.util.LinkedHashSet;
import java.util.Set;
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
    private static final int MOST_GRAMS = 32;

    /** May be empty: then every letter contains it. */
    static Needle of(String sought) {
        return new Needle(Folding.fold(sought));
    }

    boolean isEmpty() {
        return folded.isEmpty();
    }

    /** Whether {@link #candidates} are hits without further proof. */
    boolean isOneGram() {
        return folded.length() <= Terms.GRAM;
    }

    boolean isIn(CharSequence text) {
        return text.toString().contains(folded);
    }

    /** Finds every letter that contains it in a text of this kind, and perhaps others. */
    Query candidates(Kind kind) {
        if (folded.length() < Terms.GRAM) {
            return new PrefixQuery(Term.indexed(kind.gramCode(), folded));
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String gram : grams()) {
            all.add(new TermQuery(Term.indexed(kind.gramCode(), gram)), Occur.FILTER);
        }
        return all.build();
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

    /** Of a long text not every one. */
    private Set<String> grams() {
        Set<String> grams = new LinkedHashSet<>();
        int last = folded.length() - Terms.GRAM;
        int step = 1 + last / MOST_GRAMS;
        for (int i = 0; i < last; i += step) {
            grams.add(folded.substring(i, i + Terms.GRAM));
        }
        grams.add(folded.substring(last));
        return grams;
    }
}
