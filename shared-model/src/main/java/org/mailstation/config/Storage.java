package org.mailstation.config;

/**
 * Limits of what is kept.
 *
 * @param maxLetterMegabytes largest letter accepted or sent, in 10⁶ bytes
 * @param reserveMegabytes room on the disk, in 10⁶ bytes, below which no new letters are accepted,
 *     so that flags and deletions still work
 */
public record Storage(int maxLetterMegabytes, int reserveMegabytes) {
    public static final Storage DEFAULT = new Storage(50, 200);
}
