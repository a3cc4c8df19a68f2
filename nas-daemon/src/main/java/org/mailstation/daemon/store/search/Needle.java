package org.mailstation.daemon.store.search;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
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
record Needle(String folded, List<Fragment> fragments) {
    private static final int ROW = 3;

    /** More would only make the question slower. */
    private static final int MOST_ROWS = 32;

    /** Characters at either side of a break, see {@link Signature}. */
    private static final int SIDE = 2;

    /** May be empty: then every letter contains it. */
    static Needle of(String sought) {
        String folded = Folding.fold(sought);
        return new Needle(folded, Fragment.of(folded));
    }

    boolean isEmpty() {
        return folded.isEmpty();
    }

    boolean isIn(CharSequence text) {
        return text.toString().contains(folded);
    }

    /** Finds only letters that contain it in a text of this kind, but perhaps not all. */
    Query hits(Kind kind) {
        return isSure() ? words(kind, fragments.getFirst()) : new MatchNoDocsQuery();
    }

    /** Whether all of it is in one word. */
    private boolean isSure() {
        if (fragments.size() != 1) {
            return false;
        }
        Fragment first = fragments.getFirst();
        return first.text().length() == folded.length()
                && (!first.ideographs() || folded.length() <= 2);
    }

    /**
     * Finds, together with {@link #hits}, every letter that contains it in a text of this kind, and
     * perhaps others.
     */
    Query candidates(Kind kind) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(having(joints(kind.whole())), Occur.FILTER);
        for (Fragment fragment : fragments) {
            all.add(possible(kind, fragment), Occur.FILTER);
        }
        return anyOf(all.build(), new TermQuery(LetterDocument.UNSIGNED));
    }

    /** Finds every letter that contains it in a text of this kind, and perhaps others. */
    Query all(Kind kind) {
        return anyOf(hits(kind), candidates(kind));
    }

    private Query possible(Kind kind, Fragment fragment) {
        boolean ordinary = Terms.isOrdinary(fragment.text());
        if (fragment.ideographs() || ordinary && fragment.begins() && fragment.ends()) {
            return words(kind, fragment);
        }
        Query rows = having(rows(kind.whole(), fragment.text()));
        boolean rest = !ordinary || isSure();
        return rest ? rows : anyOf(words(kind, fragment), rows);
    }

    private static Query words(Kind kind, Fragment fragment) {
        String text = fragment.text();
        if (fragment.ideographs()) {
            return text.length() == 1 ? starting(kind, text) : pairs(kind, text);
        } else if (fragment.begins()) {
            return fragment.ends() ? new TermQuery(Term.indexed(kind, text)) : starting(kind, text);
        }
        return new WithinWord(kind, text, fragment.ends());
    }

    private static Query starting(Kind kind, String text) {
        return new PrefixQuery(Term.indexed(kind, text));
    }

    private static Query pairs(Kind kind, String text) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int step = 1 + text.length() / MOST_ROWS;
        for (int i = 0; i + 1 < text.length(); i += step) {
            all.add(new TermQuery(Term.indexed(kind, text.substring(i, i + 2))), Occur.FILTER);
        }
        return all.build();
    }

    private IntArrayList joints(Kind kind) {
        IntArrayList marks = new IntArrayList();
        for (int i = SIDE; i < folded.length() - SIDE && marks.size() < MOST_ROWS; i++) {
            if (Script.of(folded.charAt(i)) == Script.BREAK) {
                marks.add(Signature.joint(kind, folded.toCharArray(), i));
            }
        }
        return marks;
    }

    private static IntArrayList rows(Kind kind, String text) {
        IntArrayList marks = new IntArrayList();
        if (text.length() == ROW - 1) {
            marks.add(Signature.row(kind, text.charAt(0), text.charAt(1), (char) 0));
        }
        int step = 1 + text.length() / MOST_ROWS;
        for (int i = 0; i + ROW <= text.length(); i += step) {
            marks.add(Signature.row(kind, text.charAt(i), text.charAt(i + 1), text.charAt(i + 2)));
        }
        return marks;
    }

    private static Query having(IntArrayList marks) {
        return marks.isEmpty() ? new MatchAllDocsQuery() : new SignatureQuery(marks.toIntArray());
    }

    private static Query anyOf(Query one, Query other) {
        return new BooleanQuery.Builder().add(one, Occur.SHOULD).add(other, Occur.SHOULD).build();
    }
}
