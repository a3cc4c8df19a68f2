package org.mailstation.acceptance.bench.letter;

import java.util.Random;

/** Made-up words, some of them much more usual than others, as in a real language. */
final class Vocabulary {
    private static final String[] SYLLABLES = {
        "an", "be", "ca", "do", "el", "fi", "go", "ha", "in", "jo", "ka", "lu", "me", "no", "or",
        "pa", "qui", "ra", "se", "ti", "un", "vo", "wa", "xe", "yl", "zu"
    };
    private static final int WORDS = 4000;
    private static final int MOST_SYLLABLES = 4;

    private final String[] words = new String[WORDS];

    Vocabulary(Random random) {
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            int syllables = 1 + random.nextInt(MOST_SYLLABLES);
            for (int s = 0; s < syllables; s++) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            words[i] = word.toString();
        }
    }

    /** The square makes the first words the usual ones. */
    String word(Random random) {
        double place = random.nextDouble();
        return words[(int) (place * place * WORDS)];
    }

    String words(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(word(random));
        }
        return text.toString();
    }
}
