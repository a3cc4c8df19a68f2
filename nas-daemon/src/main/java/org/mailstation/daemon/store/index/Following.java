package org.mailstation.daemon.store.index;

import java.util.Iterator;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Goes along with a walk over letters and has the entry for each, where there is one. */
public final class Following<T> {
    private final Iterator<T> entries;
    private final ToLongFunction<T> key;
    private @Nullable T next;

    /**
     * @param entries ordered by UID
     * @param key an entry's UID
     */
    public Following(Iterator<T> entries, ToLongFunction<T> key) {
        this.entries = entries;
        this.key = key;
    }

    /**
     * The entry with this UID.
     *
     * @param uid greater than the one before
     * @return {@code null} if there is none
     */
    public @Nullable T at(long uid) {
        while ((next == null || key.applyAsLong(next) < uid) && entries.hasNext()) {
            next = entries.next();
        }
        return next != null && key.applyAsLong(next) == uid ? next : null;
    }
}
