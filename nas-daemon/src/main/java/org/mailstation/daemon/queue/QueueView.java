package org.mailstation.daemon.queue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.apache.james.queue.api.ManageableMailQueue.MailQueueItemView;
import org.apache.james.queue.api.ManageableMailQueue.MailQueueIterator;
import org.jspecify.annotations.Nullable;

/** Walks over entries, leaving out those that are gone by the time they are reached. */
final class QueueView implements MailQueueIterator {
    private final Deque<Schedule.Entry> left;
    private final Function<Schedule.Entry, Optional<MailQueueItemView>> read;
    private @Nullable MailQueueItemView ready;

    QueueView(
            List<Schedule.Entry> entries,
            Function<Schedule.Entry, Optional<MailQueueItemView>> read) {
        this.left = new ArrayDeque<>(entries);
        this.read = read;
    }

    @Override
    public boolean hasNext() {
        while (ready == null && !left.isEmpty()) {
            ready = read.apply(left.removeFirst()).orElse(null);
        }
        return ready != null;
    }

    @Override
    public MailQueueItemView next() {
        MailQueueItemView next = hasNext() ? ready : null;
        if (next == null) {
            throw new NoSuchElementException();
        }
        ready = null;
        return next;
    }

    @Override
    public void close() {
        left.clear();
        ready = null;
    }
}
