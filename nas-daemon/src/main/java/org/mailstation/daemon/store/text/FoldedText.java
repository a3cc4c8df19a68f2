package org.mailstation.daemon.store.text;

import java.io.IOException;
import java.util.Arrays;

/**
 * Folds a text of any length that comes in pieces, and hands it on in chunks that begin and end
 * between words; a text without any blank is cut where it is too long.
 */
public final class FoldedText implements TextSink {
    /** Takes folded chunks. */
    public interface Chunks {
        /**
         * @param chunk to be used before returning
         * @param goesOn whether the next chunk goes on in the same text
         */
        void chunk(CharSequence chunk, boolean goesOn) throws IOException;
    }

    private static final int SHORT = 4 * 1024;
    private static final int LONG = 16 * 1024;
    private static final int MOST_WITHOUT_BLANK = 64 * 1024;

    private final Chunks chunks;
    private char[] raw = new char[SHORT];
    private int filled;
    private final StringBuilder folded = new StringBuilder();

    public FoldedText(Chunks chunks) {
        this.chunks = chunks;
    }

    @Override
    public void text(CharSequence piece) throws IOException {
        for (int from = 0; from < piece.length(); from += LONG) {
            int to = Math.min(piece.length(), from + LONG);
            take(piece, from, to);
            if (filled >= LONG) {
                handOn(cut(), true);
            }
        }
    }

    private void take(CharSequence piece, int from, int to) {
        int needed = filled + to - from;
        if (needed > raw.length) {
            raw = Arrays.copyOf(raw, Math.max(needed, 2 * raw.length));
        }
        piece.getChars(from, to, raw, filled);
        filled = needed;
    }

    @Override
    public void pause() throws IOException {
        handOn(filled, false);
    }

    /** Behind the last blank; 0 to wait for one. */
    private int cut() {
        for (int i = filled - 1; i > 0; i--) {
            if (raw[i] <= ' ') {
                return i + 1;
            }
        }
        if (filled < MOST_WITHOUT_BLANK) {
            return 0;
        }
        return Character.isHighSurrogate(raw[filled - 1]) ? filled - 1 : filled;
    }

    private void handOn(int length, boolean goesOn) throws IOException {
        if (length > 0) {
            folded.setLength(0);
            Folding.append(raw, length, folded);
            filled -= length;
            System.arraycopy(raw, length, raw, 0, filled);
        }
        if (length > 0 || !goesOn) {
            chunks.chunk(length > 0 ? folded : "", goesOn);
        }
    }
}
