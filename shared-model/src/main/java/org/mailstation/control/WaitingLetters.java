package org.mailstation.control;

import java.util.List;

/**
 * Letters that wait to leave, those first that are tried first.
 *
 * @param letters at most {@link #MOST}
 * @param all how many wait
 * @param found whether what was to be tried, or given up, was there
 */
public record WaitingLetters(List<WaitingLetter> letters, int all, boolean found) {
    /** So many are told of. */
    public static final int MOST = 100;

    public WaitingLetters {
        letters = List.copyOf(letters);
    }
}
