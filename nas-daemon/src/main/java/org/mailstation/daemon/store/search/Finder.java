package org.mailstation.daemon.store.search;

import java.io.IOException;
import org.mailstation.daemon.store.text.FoldedText;

/** Looks for a text in chunks of folded text, also across their borders. */
final class Finder implements FoldedText.Chunks {
    /** Ends the reading of a letter early. */
    static final class Found extends IOException {
        private static final long serialVersionUID = 1L;

        Found() {
            super("found");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    private final Needle needle;
    private final StringBuilder window = new StringBuilder();
    private boolean found;

    Finder(Needle needle) {
        this.needle = needle;
    }

    boolean found() {
        return found;
    }

    @Override
    public void chunk(CharSequence chunk, boolean goesOn) throws IOException {
        window.append(chunk);
        if (window.indexOf(needle.folded()) >= 0) {
            found = true;
            throw new Found();
        }
        int keep = goesOn ? Math.min(window.length(), needle.folded().length() - 1) : 0;
        window.delete(0, window.length() - keep);
    }
}
