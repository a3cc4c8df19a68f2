package org.mailstation.daemon.store.search;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.lucene.util.BytesRef;

/** A set of words as octets, in two arrays that are used again for the next letter. */
final class WordSet {
    private static final int USUAL_OCTETS = 32 * 1024;
    private static final int USUAL_PLACES = 8 * 1024;
    private static final int FACTOR = 31;

    private byte[] octets = new byte[USUAL_OCTETS];

    /** Where a word begins, counted from 1; each word has its length in front. */
    private int[] places = new int[USUAL_PLACES];

    private int used;
    private int size;

    int size() {
        return size;
    }

    void clear() {
        if (octets.length > USUAL_OCTETS || places.length > USUAL_PLACES) {
            octets = new byte[USUAL_OCTETS];
            places = new int[USUAL_PLACES];
        } else {
            Arrays.fill(places, 0);
        }
        used = 0;
        size = 0;
    }

    /**
     * @param code goes in front
     * @param from where the word begins
     * @param length at most {@link Terms#LONGEST_WORD}
     */
    void add(byte code, char[] text, int from, int length) {
        int start = used;
        if (start + 2 + Term.MOST_OCTETS * length > octets.length) {
            octets = Arrays.copyOf(octets, 2 * octets.length);
        }
        octets[start + 1] = code;
        int end = Term.write(text, from, length, octets, start + 2);
        octets[start] = (byte) (end - start - 1);
        if (settle(start, end)) {
            used = end;
            size++;
            if (2 * size > places.length) {
                grow();
            }
        }
    }

    /** Whether it is a new one. */
    private boolean settle(int start, int end) {
        int mask = places.length - 1;
        int hash = 0;
        for (int i = start + 1; i < end; i++) {
            hash = FACTOR * hash + octets[i];
        }
        int slot = (hash ^ hash >>> 15) & mask;
        while (places[slot] != 0) {
            int other = places[slot] - 1;
            if (Arrays.equals(
                    octets, start, end, octets, other, Math.min(other + end - start, used))) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        places[slot] = start + 1;
        return true;
    }

    private void grow() {
        places = new int[2 * places.length];
        for (int start = 0; start < used; start += 1 + octets[start]) {
            settle(start, start + 1 + octets[start]);
        }
    }

    /** Each answer is good until the next one. */
    Iterator<BytesRef> iterator() {
        BytesRef word = new BytesRef(octets, 0, 0);
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < used;
            }

            @Override
            public BytesRef next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                word.offset = next + 1;
                word.length = octets[next];
                next += 1 + word.length;
                return word;
            }
        };
    }
}
