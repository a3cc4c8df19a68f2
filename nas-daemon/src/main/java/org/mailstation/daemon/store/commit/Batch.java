package org.mailstation.daemon.store.commit;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Operations that share one commit, in the order in which they came. */
record Batch(List<Ticket<?>> tickets) {
    /**
     * Takes from the head of a queue that is not empty, until the next one would have to see what
     * an earlier one does.
     */
    static Batch take(Deque<Ticket<?>> waiting, int most) {
        List<Ticket<?>> taken = new ArrayList<>();
        Ticket<?> first = waiting.removeFirst();
        taken.add(first);
        Scope scope = first.scope();
        for (Ticket<?> next = waiting.peekFirst();
                next != null && taken.size() < most && next.scope().fitsBeside(scope);
                next = waiting.peekFirst()) {
            scope = scope.and(next.scope());
            taken.add(waiting.removeFirst());
        }
        return new Batch(taken);
    }
}
