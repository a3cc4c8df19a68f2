package org.mailstation.desktop.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a program's standard error as it comes, so that it never blocks, keeps the end of it, and
 * notices when it asks a question.
 */
final class ErrorTail {
    private static final int KEPT = 8 * 1024;
    private static final int LAST_WORDS_MILLIS = 2000;

    private final InputStream stream;
    private final @Nullable String marker;
    private final Runnable onMarker;
    private final StringBuilder kept = new StringBuilder();
    private final Thread reader;

    private ErrorTail(InputStream stream, @Nullable String marker, Runnable onMarker) {
        this.stream = stream;
        this.marker = marker;
        this.onMarker = onMarker;
        this.reader = Thread.ofVirtual().name("stderr").unstarted(this::read);
    }

    /**
     * @param onMarker run for each marker seen, on the reading thread; the marker itself is not
     *     kept
     */
    static ErrorTail start(InputStream stream, @Nullable String marker, Runnable onMarker) {
        ErrorTail tail = new ErrorTail(stream, marker, onMarker);
        tail.reader.start();
        return tail;
    }

    String text() {
        synchronized (kept) {
            return kept.toString().strip();
        }
    }

    /**
     * Waits until everything is read; not for ever, since a program left behind in the background
     * may hold the stream open.
     */
    void awaitEnd() {
        try {
            reader.join(LAST_WORDS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        byte[] buffer = new byte[1024];
        try {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                // Cut characters at a block's edge do not matter: this is text for a log, and the
                // marker is ASCII.
                keep(new String(buffer, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            keep("(" + e.getMessage() + ")");
        }
    }

    private void keep(String text) {
        int asked = 0;
        synchronized (kept) {
            kept.append(text);
            if (marker != null) {
                for (int at = kept.indexOf(marker); at >= 0; at = kept.indexOf(marker)) {
                    kept.delete(at, at + marker.length());
                    asked++;
                }
            }
            kept.delete(0, Math.max(0, kept.length() - KEPT));
        }
        for (; asked > 0; asked--) {
            onMarker.run();
        }
    }
}
