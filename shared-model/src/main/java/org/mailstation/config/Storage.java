package org.mailstation.config;

import java.util.List;

/**
 * Limits of what is kept.
 *
 * @param maxLetterMegabytes largest letter accepted or sent, in 10⁶ bytes
 * @param reserveMegabytes room on the disk, in 10⁶ bytes, below which no new letters are accepted,
 *     so that flags and deletions still work
 * @param warnAt percent of its room at which the owner of a mailbox is written to, from the lowest;
 *     empty: never
 */
public record Storage(int maxLetterMegabytes, int reserveMegabytes, List<Integer> warnAt) {
    public static final Storage DEFAULT = new Storage(50, 200);

    public Storage {
        warnAt = List.copyOf(warnAt);
    }

    /** With the usual warnings. */
    public Storage(int maxLetterMegabytes, int reserveMegabytes) {
        this(maxLetterMegabytes, reserveMegabytes, List.of(80, 95));
    }
}
