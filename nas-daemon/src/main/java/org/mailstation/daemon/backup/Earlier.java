package org.mailstation.daemon.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The letters of the backup before, walked through beside those of today. */
final class Earlier implements AutoCloseable {
    private final Listing.@Nullable Reader list;
    private @Nullable Entry ahead;

    private Earlier(Listing.@Nullable Reader list) throws IOException {
        this.list = list;
        this.ahead = next();
    }

    /**
     * @param file a copy of the list; missing: there was none
     */
    static Earlier open(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Earlier(null);
        }
        InputStream in = Files.newInputStream(file);
        return new Earlier(new Listing.Reader(in));
    }

    private @Nullable Entry next() throws IOException {
        if (list == null) {
            return null;
        }
        Entry entry = list.next();
        while (entry != null && !entry.isLetter()) {
            entry = list.next();
        }
        return entry;
    }

    /** That letter, or {@code null} if it was not there. Asked for in ascending order. */
    @Nullable Entry find(long box, long uid) throws IOException {
        while (ahead != null && (ahead.box() < box || ahead.box() == box && ahead.uid() < uid)) {
            ahead = next();
        }
        Entry found = ahead;
        return found != null && found.box() == box && found.uid() == uid ? found : null;
    }

    @Override
    public void close() throws IOException {
        if (list != null) {
            list.close();
        }
    }
}
