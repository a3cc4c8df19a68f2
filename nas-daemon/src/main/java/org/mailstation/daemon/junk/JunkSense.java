package org.mailstation.daemon.junk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What one person calls junk. Knows nothing until it has seen some letters of both kinds; after
 * that it calls only those junk of which it is very sure.
 */
public final class JunkSense {
    /** Under this number, in which no word is kept, stands how many letters were learnt. */
    private static final long LETTERS = 0;

    private static final int LEAST_LETTERS = 10;
    private static final int MOST_KEPT_WORDS = 60_000;

    /** Robinson: how much is thought of a word that nobody has seen, and how firmly. */
    private static final double UNSEEN = 0.5;

    private static final double FIRMNESS = 0.45;

    /** Only words that say something, the clearest first. */
    private static final double LEAST_CLEARNESS = 0.1;

    private static final int MOST_CONSIDERED = 150;
    private static final double SURE = 0.99;

    private final ConcurrentMap<Long, Long> seen;

    /**
     * @param seen survives restarts: for each word in how many letters it stood, junk in the upper
     *     half of the number
     */
    public JunkSense(ConcurrentMap<Long, Long> seen) {
        this.seen = seen;
    }

    private record Count(int junk, int good) {
        static Count of(@Nullable Long packed) {
            return packed == null
                    ? new Count(0, 0)
                    : new Count((int) (packed >>> 32), (int) (long) packed);
        }

        long packed() {
            return ((long) junk << 32) | good;
        }

        Count plus(boolean asJunk, int by) {
            return asJunk
                    ? new Count(Math.max(0, junk + by), good)
                    : new Count(junk, Math.max(0, good + by));
        }

        boolean isNothing() {
            return junk == 0 && good == 0;
        }
    }

    /** A letter is junk, or is not. */
    public synchronized void learn(Set<Long> words, boolean junk) {
        change(words, junk, 1);
        if (seen.size() > MOST_KEPT_WORDS) {
            forgetRareWords();
        }
    }

    /** What was learnt of a letter was wrong. */
    public synchronized void unlearn(Set<Long> words, boolean junk) {
        change(words, junk, -1);
    }

    private void change(Set<Long> words, boolean junk, int by) {
        add(LETTERS, junk, by);
        words.forEach(word -> add(word, junk, by));
    }

    private void add(long word, boolean junk, int by) {
        Count count = Count.of(seen.get(word)).plus(junk, by);
        if (count.isNothing()) {
            seen.remove(word);
        } else {
            seen.put(word, count.packed());
        }
    }

    private void forgetRareWords() {
        List<Long> rare =
                seen.entrySet().stream()
                        .filter(entry -> entry.getKey() != LETTERS)
                        .sorted(Comparator.comparingInt(JunkSense::times))
                        .limit(MOST_KEPT_WORDS / 4)
                        .map(Map.Entry::getKey)
                        .toList();
        rare.forEach(seen::remove);
    }

    private static int times(Map.Entry<Long, Long> entry) {
        Count count = Count.of(entry.getValue());
        return count.junk() + count.good();
    }

    /** Whether enough of a kind was learnt already, for example out of an archive. */
    public synchronized boolean hasEnough(boolean junk) {
        Count letters = Count.of(seen.get(LETTERS));
        int own = junk ? letters.junk() : letters.good();
        int other = junk ? letters.good() : letters.junk();
        return own >= 1000 && own > 4 * other;
    }

    /** Whether enough letters of both kinds were learnt to call one junk. */
    public synchronized boolean canTell() {
        return canTell(Count.of(seen.get(LETTERS)));
    }

    private static boolean canTell(Count letters) {
        return letters.junk() >= LEAST_LETTERS && letters.good() >= LEAST_LETTERS;
    }

    /** Whether a letter with these words is junk, as far as one can be sure. */
    public synchronized boolean isJunk(Set<Long> words) {
        Count letters = Count.of(seen.get(LETTERS));
        if (!canTell(letters)) {
            return false;
        }
        List<Double> clues =
                words.stream()
                        .map(word -> probability(Count.of(seen.get(word)), letters))
                        .filter(p -> Math.abs(p - 0.5) >= LEAST_CLEARNESS)
                        .sorted(Comparator.comparingDouble(p -> -Math.abs(p - 0.5)))
                        .limit(MOST_CONSIDERED)
                        .toList();
        return !clues.isEmpty() && score(clues) >= SURE;
    }

    /** Robinson's f(w): how probably a letter with this word is junk. */
    private static double probability(Count word, Count letters) {
        int times = word.junk() + word.good();
        if (times == 0) {
            return UNSEEN;
        }
        double inJunk = Math.min(1, (double) word.junk() / letters.junk());
        double inGood = Math.min(1, (double) word.good() / letters.good());
        double plain = inJunk + inGood == 0 ? UNSEEN : inJunk / (inJunk + inGood);
        return (FIRMNESS * UNSEEN + times * plain) / (FIRMNESS + times);
    }

    /** Fisher's way to put them together: 0 good, 1 junk, about 0.5 not clear. */
    private static double score(List<Double> clues) {
        double junk = 0;
        double good = 0;
        for (double p : clues) {
            junk += Math.log(1 - p);
            good += Math.log(p);
        }
        double spamminess = 1 - chiSquare(-2 * junk, 2 * clues.size());
        double hamminess = 1 - chiSquare(-2 * good, 2 * clues.size());
        return (1 + spamminess - hamminess) / 2;
    }

    /** Probability that a chi-square of so many (even) degrees is this large or larger. */
    private static double chiSquare(double value, int degrees) {
        double half = value / 2;
        double term = Math.exp(-half);
        double sum = term;
        for (int i = 1; i < degrees / 2; i++) {
            term *= half / i;
            sum += term;
        }
        return Math.min(1, sum);
    }
}
