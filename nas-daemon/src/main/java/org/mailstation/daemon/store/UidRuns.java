package org.mailstation.daemon.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.MessageRange;

/**
 * UIDs in the order in which they were added. Neighbours take no more room than one of them, so
 * that a whole mailbox can be named.
 */
public final class UidRuns {
    private static final int FIRST_ROOM = 16;

    /** Of each run the lowest and the highest. */
    private long[] ends = new long[FIRST_ROOM];

    private int used;

    /**
     * These, ordered, each once.
     *
     * @param last none that is higher
     */
    static UidRuns of(List<MessageRange> sets, long last) {
        UidRuns runs = new UidRuns();
        sets.stream()
                .sorted(Comparator.comparingLong(Letters::from))
                .forEach(
                        set ->
                                runs.add(
                                        Math.max(Letters.from(set), runs.last() + 1),
                                        Math.min(Letters.to(set), last)));
        return runs;
    }

    void add(long uid) {
        add(uid, uid);
    }

    /** Adds from here to there, both included, or nothing if there is nothing between. */
    private void add(long low, long high) {
        if (low > high) {
            return;
        }
        if (used > 0 && last() + 1 == low) {
            ends[used - 1] = high;
            return;
        }
        if (used == ends.length) {
            ends = Arrays.copyOf(ends, 2 * used);
        }
        ends[used++] = low;
        ends[used++] = high;
    }

    private long last() {
        return used == 0 ? 0 : ends[used - 1];
    }

    public boolean isEmpty() {
        return used == 0;
    }

    /** How many runs there are. */
    public int count() {
        return used / 2;
    }

    public long low(int run) {
        return ends[2 * run];
    }

    public long high(int run) {
        return ends[2 * run + 1];
    }

    List<MessageRange> ranges() {
        List<MessageRange> ranges = new ArrayList<>(count());
        for (int run = 0; run < count(); run++) {
            ranges.add(MessageRange.range(MessageUid.of(low(run)), MessageUid.of(high(run))));
        }
        return ranges;
    }
}
