package org.mailstation.daemon.store.index;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Walks over something ordered in short reads. A long open cursor would hold on to old pages of the
 * index for as long as the slowest client takes; this holds one batch.
 */
public final class Batches<T> implements Iterator<T> {
    private final LongFunction<List<T>> read;
    private final Function<T, Long> key;
    private Iterator<T> batch;
    private long next;
    private boolean more = true;

    /**
     * @param read reads a batch of entries with this key and above; an empty one ends the walk
     */
    public Batches(long from, LongFunction<List<T>> read, Function<T, Long> key) {
        this.read = read;
        this.key = key;
        this.next = from;
        this.batch = List.<T>of().iterator();
    }

    @Override
    public boolean hasNext() {
        if (!batch.hasNext() && more) {
            List<T> entries = read.apply(next);
            more = !entries.isEmpty();
            if (more) {
                next = key.apply(entries.getLast()) + 1;
            }
            batch = entries.iterator();
        }
        return batch.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return batch.next();
    }
}
