package org.mailstation.daemon.store.text;

import java.io.IOException;

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

    private static final int LONG = 16 * 1024;
    private static final int MOST_WITHOUT_BLANK = 64 * 1024;

    private final Chunks chunks;
    private final StringBuilder raw = new StringBuilder();
    private final StringBuilder folded = new StringBuilder();

    public FoldedText(Chunks chunks) {
        this.chunks = chunks;
    }

    @Override
    public void text(CharSequence piece) throws IOException {
        for (int from = 0; from < piece.length(); from += LONG) {
            raw.append(piece, from, Math.min(piece.length(), from + LONG));
            if (raw.length() >= LONG) {
                handOn(cut(), true);
            }
        }
    }

    @Override
    public void pause() throws IOException {
        handOn(raw.length(), false);
    }

    /** Behind the last blank; 0 to wait for one. */
    private int cut() {
        for (int i = raw.length() - 1; i > 0; i--) {
            if (raw.charAt(i) <= ' ') {
                return i + 1;
            }
        }
        if (raw.length() < MOST_WITHOUT_BLANK) {
            return 0;
        }
        boolean split = Character.isHighSurrogate(raw.charAt(raw.length() - 1));
        return split ? raw.length() - 1 : raw.length();
    }

    private void handOn(int length, boolean goesOn) throws IOException {
        if (length > 0) {
            folded.setLength(0);
            Folding.append(raw.subSequence(0, length), folded);
            raw.delete(0, length);
        }
        if (length > 0 || !goesOn) {
            chunks.chunk(length > 0 ? folded : "", goesOn);
        }
    }
}
