package org.mailstation.daemon.mail.imap;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.apache.james.imap.api.message.IdRange;

/**
 * Parts of a set of numbers, one after the other, in the order of the set. Numbers beyond the last
 * letter stand for it in IMAP ({@code *}, RFC 3501 9), so a part that begins beyond it is left as
 * it is.
 *
 * @param set as the client named it
 * @param last number that there is
 * @param most numbers in one part
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or changed
record Slices(IdRange[] set, long last, int most) implements Iterable<IdRange> {
    /** Whether one of its ranges is larger than a part may be. */
    boolean isLarge() {
        return IntStream.range(0, set.length)
                .anyMatch(at -> low(at) <= Math.min(high(at), last) - most);
    }

    @Override
    public Iterator<IdRange> iterator() {
        return new Iterator<>() {
            private int at;
            private long from = set.length == 0 ? 0 : low(0);

            @Override
            public boolean hasNext() {
                return at < set.length;
            }

            @Override
            public IdRange next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                IdRange range = set[at];
                long end = high(at);
                if (from > Math.min(end, last) - most) {
                    IdRange rest = from == low(at) ? range : new IdRange(from, end);
                    at++;
                    from = at < set.length ? low(at) : 0;
                    return rest;
                }
                IdRange part = new IdRange(from, from + most - 1);
                from += most;
                return part;
            }
        };
    }

    private long low(int at) {
        return Math.min(set[at].getLowVal(), set[at].getHighVal());
    }

    private long high(int at) {
        return Math.max(set[at].getLowVal(), set[at].getHighVal());
    }
}
