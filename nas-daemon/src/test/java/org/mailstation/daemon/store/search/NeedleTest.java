package org.mailstation.daemon.store.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeedleTest {
    private static final String[] ALPHABETS = {
        "ab", "abc12", "ab.-@ ", "a1 ", "\u6771\u4eac\u90fd", "a\u6771\u4eac 1", "\ud83c\udf89a ",
    };

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            String alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (random.nextInt(3) == 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    /** Half of them are in some letter. */
    private static String sought(Random random, List<String> letters) {
        if (random.nextBoolean()) {
            return text(random, 1 + random.nextInt(6));
        }
        String letter = letters.get(random.nextInt(letters.size()));
        int start = random.nextInt(letter.length());
        int length = 1 + random.nextInt(random.nextInt(8) == 0 ? 60 : 8);
        return letter.substring(start, Math.min(letter.length(), start + length));
    }

    @Test
    void whatever_is_in_a_letter_is_found_and_what_needs_no_proof_is_in_it() throws IOException {
        Random random = new Random(1);
        List<String> letters = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            letters.add(text(random, 5 + random.nextInt(200)));
        }
        letters.add("no word ends " + text(random, 700).replaceAll("[^ab12]", ""));
        List<String> folded = new ArrayList<>();
        for (String letter : letters) {
            folded.add(SmallIndex.folded(letter));
        }
        try (SmallIndex index = new SmallIndex(letters)) {
            for (int round = 0; round < 2000; round++) {
                Needle needle = Needle.of(sought(random, letters));
                if (!needle.isEmpty()) {
                    check(index, folded, needle);
                }
            }
        }
    }

    private static void check(SmallIndex index, List<String> folded, Needle needle)
            throws IOException {
        List<Integer> truth = new ArrayList<>();
        for (int number = 0; number < folded.size(); number++) {
            if (needle.isIn(folded.get(number))) {
                truth.add(number);
            }
        }
        assertThat(truth).as(needle.folded()).containsAll(index.find(needle.hits(Kind.BODY)));
        assertThat(index.find(needle.all(Kind.BODY))).as(needle.folded()).containsAll(truth);
        assertThat(index.find(needle.hits(Kind.HEADER))).as(needle.folded()).isEmpty();
    }

    @Test
    void a_phrase_of_words_that_every_letter_has_needs_few_proofs() throws IOException {
        List<String> letters = new ArrayList<>();
        String[] words = "the red house stands behind that old green tree".split(" ", -1);
        Random random = new Random(2);
        for (int number = 0; number < 500; number++) {
            List<String> some = new ArrayList<>(List.of(words));
            java.util.Collections.shuffle(some, random);
            letters.add(String.join(" ", some));
        }
        try (SmallIndex index = new SmallIndex(letters)) {
            Needle needle = Needle.of("red house");
            long truth = letters.stream().filter(needle::isIn).count();

            assertThat(truth).isPositive();
            assertThat((long) index.find(needle.all(Kind.BODY)).size())
                    .isBetween(truth, 2 * truth + 20);
        }
    }

    @Test
    void a_letter_with_too_many_different_words_is_looked_into() throws IOException {
        StringBuilder letter = new StringBuilder();
        for (int number = 0; number < 60_000; number++) {
            letter.append(Integer.toString(number + 1_000_000, 36).replaceAll("[0-9]", "q"));
            letter.append(number).append(number % 7 == 0 ? ' ' : '-');
        }
        letter.append("kaleidoscope");
        try (SmallIndex index = new SmallIndex(List.of(letter.toString(), "short"))) {
            assertThat(index.find(Needle.of("kaleidoscope").all(Kind.BODY))).containsExactly(0);
            assertThat(index.find(Needle.of("59998-59999").all(Kind.BODY))).containsExactly(0);
        }
    }
}
