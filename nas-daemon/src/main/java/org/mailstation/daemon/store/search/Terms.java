package org.mailstation.daemon.store.search;

import it.unimi.dsi.fastutil.longs.LongIterator;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.mailstation.daemon.store.text.FoldedText;

/**
 * The terms of one letter, each once: every three characters in a row, blanks included, one and two
 * at the end of a text, and the starts of words.
 *
 * <p>A text that contains another has all its groups of three, so these find every letter that may
 * contain what is sought; the starts of words say of most of them that they do.
 */
final class Terms {
    static final int GRAM = 3;
    static final int LONGEST_WORD = 24;

    /** From here on words are not noted: the groups still find the letter. */
    private static final int MOST_WORDS = 20_000;

    private static final int UNIT = 16;

    private final LongOpenHashSet grams = new LongOpenHashSet();
    private final Set<String> words = new HashSet<>();

    /** Where texts of this kind go, folded. */
    FoldedText.Chunks of(Kind kind) {
        return new Part(kind);
    }

    void add(Kind kind, String folded) {
        new Part(kind).chunk(folded, false);
    }

    /** Each answer is good until the next one. */
    Iterator<BytesRef> iterator() {
        LongIterator longs = grams.iterator();
        Iterator<String> strings = words.iterator();
        BytesRefBuilder term = new BytesRefBuilder();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return longs.hasNext() || strings.hasNext();
            }

            @Override
            public BytesRef next() {
                if (longs.hasNext()) {
                    return gram(longs.nextLong(), term);
                }
                String word = strings.next();
                return Term.of((byte) word.charAt(0), word.substring(1));
            }
        };
    }

    private static BytesRef gram(long gram, BytesRefBuilder term) {
        term.clear();
        term.append(Kind.values()[(int) (gram >>> GRAM * UNIT)].gramCode());
        for (int shift = (GRAM - 1) * UNIT; shift >= 0; shift -= UNIT) {
            char c = (char) (gram >>> shift);
            if (c != 0) {
                Term.append(c, term);
            }
        }
        return term.get();
    }

    /** One text after the other, in chunks. */
    private final class Part implements FoldedText.Chunks {
        private final Kind kind;
        private final StringBuilder word = new StringBuilder();

        /** The last two characters, or 0. */
        private char first;

        private char second;

        Part(Kind kind) {
            this.kind = kind;
        }

        @Override
        public void chunk(CharSequence chunk, boolean goesOn) {
            for (int i = 0; i < chunk.length(); i++) {
                char c = chunk.charAt(i);
                gram(c);
                word(c);
            }
            if (!goesOn) {
                end();
            }
        }

        private void gram(char c) {
            if (first != 0) {
                add(first, second, c);
            }
            first = second;
            second = c;
        }

        private void end() {
            if (first != 0) {
                add(first, second, (char) 0);
            }
            if (second != 0) {
                add(second, (char) 0, (char) 0);
            }
            first = 0;
            second = 0;
            endOfWord();
        }

        private void add(char a, char b, char c) {
            grams.add(
                    (long) kind.ordinal() << GRAM * UNIT
                            | (long) a << 2 * UNIT
                            | (long) b << UNIT
                            | c);
        }

        private void word(char c) {
            if (!Character.isLetterOrDigit(c)) {
                endOfWord();
            } else if (word.length() < LONGEST_WORD) {
                word.append(c);
            }
        }

        private void endOfWord() {
            if (word.length() > GRAM && words.size() < MOST_WORDS) {
                words.add((char) kind.wordCode() + word.toString());
            }
            word.setLength(0);
        }
    }
}
