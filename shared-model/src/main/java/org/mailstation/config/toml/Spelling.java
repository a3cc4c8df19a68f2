package org.mailstation.config.toml;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Guesses what somebody meant to type. */
final class Spelling {
    private static final int LONGEST = 40;

    private Spelling() {}

    /** The word that needs the fewest changes, or {@code null} where none is similar. */
    static @Nullable String nearest(String typed, Collection<String> words) {
        String nearest = null;
        int least = Math.max(2, typed.length() / 3) + 1;
        for (String word : typed.length() > LONGEST ? java.util.List.<String>of() : words) {
            int distance = distance(plain(typed), plain(word));
            if (distance < least) {
                least = distance;
                nearest = word;
            }
        }
        return nearest;
    }

    private static String plain(String word) {
        return word.toLowerCase(java.util.Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** Letters to insert, delete or replace (Levenshtein). */
    static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
