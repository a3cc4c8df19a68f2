package org.mailstation.daemon.store.search;

import java.util.Iterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.mailstation.daemon.store.text.FoldedText;

/**
 * What the full-text index has of one letter: its words, each once; of ideographs, every two in a
 * row; and the {@link Signature}, in which are what stands between words, and words of which there
 * is no end: numbers, passwords, keys and the like.
 */
final class Terms {
    static final int LONGEST_WORD = 24;

    /** Numbers with more digits, and longer words of both, are in the signature only. */
    private static final int LONGEST_NUMBER = 6;

    private static final int LONGEST_MIXED = 4;

    /** From here on the signature says yes to everything, and we look into the letter. */
    private static final int MOST_WORDS = 50_000;

    private static final int CONTEXT = 4;
    private static final int LONGEST_TAIL = 256;

    private final WordSet words = new WordSet();
    private final Signature signature = new Signature();
    private char[] text = new char[32 * 1024];

    /** Begins with the next letter. */
    void clear() {
        words.clear();
        signature.clear();
    }

    /** Where texts of this kind go, folded. */
    FoldedText.Chunks of(Kind kind) {
        return new Part(kind);
    }

    void add(Kind kind, String folded) {
        new Part(kind).chunk(folded, false);
    }

    /** Each answer is good until the next one. */
    Iterator<BytesRef> words() {
        return words.iterator();
    }

    /** {@code null} if it would say yes to everything. */
    @Nullable BytesRef signature() {
        return words.size() < MOST_WORDS ? signature.write() : null;
    }

    /** Whether a word is in the index as such. */
    static boolean isOrdinary(int letters, int digits) {
        int length = letters + digits;
        if (digits == 0) {
            return length <= LONGEST_WORD;
        }
        return length <= (letters == 0 ? LONGEST_NUMBER : LONGEST_MIXED);
    }

    static boolean isOrdinary(String word) {
        int digits = (int) word.chars().filter(c -> Script.of((char) c) == Script.DIGIT).count();
        return isOrdinary(word.length() - digits, digits);
    }

    private char[] room(int length) {
        if (text.length < length) {
            text = new char[length];
        }
        return text;
    }

    /** One text after the other, in chunks. */
    private final class Part implements FoldedText.Chunks {
        private final Kind kind;

        /** The end of the chunk before: a word that may go on, and what stands in front of it. */
        private final char[] tail = new char[CONTEXT + LONGEST_TAIL];

        private int kept;
        private int begun;

        /** Whether the beginning of the word in {@link #tail} is not there any more. */
        private boolean cut;

        Part(Kind kind) {
            this.kind = kind;
        }

        @Override
        public void chunk(CharSequence chunk, boolean goesOn) {
            int end = kept + chunk.length();
            char[] all = room(end);
            System.arraycopy(tail, 0, all, 0, kept);
            chunk.getChars(0, chunk.length(), all, kept);
            int done = words(all, end, goesOn);
            if (kind.isWhole()) {
                joints(all, end);
            }
            if (goesOn) {
                keep(all, done, end);
            } else {
                kept = 0;
                begun = 0;
                cut = false;
            }
        }

        /**
         * @return where a word begins that may go on in the next chunk
         */
        private int words(char[] all, int end, boolean goesOn) {
            int next = begun;
            while (next < end) {
                Script script = Script.of(all[next]);
                int start = next++;
                if (script == Script.BREAK) {
                    continue;
                } else if (script == Script.IDEOGRAPH) {
                    if (next == end && goesOn) {
                        return start;
                    }
                    boolean pair = next < end && Script.of(all[next]) == Script.IDEOGRAPH;
                    add(all, start, pair ? 2 : 1);
                    continue;
                }
                int digits = script == Script.DIGIT ? 1 : 0;
                while (next < end && (script = Script.of(all[next])).isOfWord()) {
                    digits += script == Script.DIGIT ? 1 : 0;
                    next++;
                }
                if (next == end && goesOn) {
                    return start;
                }
                word(all, start, next, digits);
            }
            return end;
        }

        private void word(char[] all, int start, int end, int digits) {
            if (cut && start == begun || !isOrdinary(end - start - digits, digits)) {
                rows(all, start, end);
            } else {
                add(all, start, end - start);
            }
        }

        private void add(char[] all, int start, int length) {
            if (words.size() < MOST_WORDS) {
                words.add(kind.code(), all, start, length);
            }
        }

        private void rows(char[] all, int start, int end) {
            for (int i = start + 1; i < end && kind.isWhole(); i++) {
                signature.add(Signature.row(kind, all[i - 1], all[i], (char) 0));
                if (i > start + 1) {
                    signature.add(Signature.row(kind, all[i - 2], all[i - 1], all[i]));
                }
            }
        }

        private void joints(char[] all, int end) {
            for (int i = 2; i + 2 < end; i++) {
                if (Script.of(all[i]) == Script.BREAK) {
                    signature.add(Signature.joint(kind, all, i));
                }
            }
        }

        private void keep(char[] all, int done, int end) {
            boolean same = cut && done == begun && done < end;
            int start = done;
            if (end - done > LONGEST_TAIL) {
                rows(all, done, end);
                start = end - 2;
                same = true;
            }
            cut = same;
            begun = Math.min(CONTEXT, start);
            kept = begun + end - start;
            System.arraycopy(all, start - begun, tail, 0, kept);
        }
    }
}
