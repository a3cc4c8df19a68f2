package org.mailstation.daemon.junk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mailstation.daemon.notes.NoteBook;

class JunkSenseTest {
    private static final List<String> GOOD =
            List.of(
                    "dinner tomorrow evening bring the children and the salad please",
                    "the school trip starts early pack sandwiches and a raincoat",
                    "grandma sends her love the garden is full of tomatoes again",
                    "meeting moved to thursday see the agenda for the project attached");
    private static final List<String> JUNK =
            List.of(
                    "winner claim your lottery prize now with this exclusive bonus code",
                    "cheap pills online pharmacy no prescription discount order today",
                    "crypto investment guaranteed profit double your bitcoin today",
                    "your account is suspended verify password click this secure link");

    private final ConcurrentMap<Long, Long> seen = new ConcurrentHashMap<>();
    private final JunkSense sense = new JunkSense(seen);
    private final Random random = new Random(1);

    private static LetterWords.Source letter(String from, String text) {
        byte[] bytes =
                ("From: " + from + "\r\nSubject: hello\r\n\r\n" + text + "\r\n")
                        .getBytes(StandardCharsets.UTF_8);
        return () -> new ByteArrayInputStream(bytes);
    }

    private static Set<Long> words(String text) throws IOException {
        return LetterWords.of(letter("x@away.example", text));
    }

    private String mixture(List<String> of) {
        String noise = " word" + random.nextInt(1000) + " thing" + random.nextInt(1000);
        return of.get(random.nextInt(of.size())) + " " + of.get(random.nextInt(of.size())) + noise;
    }

    private void train(int letters) throws IOException {
        for (int i = 0; i < letters; i++) {
            sense.learn(words(mixture(GOOD)), false);
            sense.learn(words(mixture(JUNK)), true);
        }
    }

    @Test
    void after_some_letters_of_both_kinds_new_ones_are_told_apart() throws IOException {
        train(15);

        for (int i = 0; i < 50; i++) {
            assertThat(sense.isJunk(words(mixture(JUNK)))).isTrue();
            assertThat(sense.isJunk(words(mixture(GOOD)))).isFalse();
        }
    }

    @Test
    void what_is_not_clear_is_no_junk() throws IOException {
        train(15);

        assertThat(sense.isJunk(words("something about which nothing was ever said"))).isFalse();
        assertThat(sense.isJunk(words(GOOD.get(0) + " " + JUNK.get(0)))).isFalse();
        assertThat(sense.isJunk(Set.of())).isFalse();
    }

    @Test
    void with_few_letters_nothing_is_called_junk() throws IOException {
        train(5);

        assertThat(sense.isJunk(words(JUNK.get(0)))).isFalse();
    }

    @Test
    void what_is_unlearnt_leaves_nothing() throws IOException {
        sense.learn(words("lottery"), true);
        sense.unlearn(words("lottery"), true);

        assertThat(seen).isEmpty();
    }

    @Test
    void rare_words_are_forgotten_before_there_are_too_many() {
        for (int i = 0; i < 100; i++) {
            sense.learn(random.longs(1500).boxed().collect(Collectors.toSet()), true);
            sense.learn(Set.of(42L), true);
        }

        assertThat(seen).hasSizeLessThan(65_000).containsKeys(0L, 42L);
    }

    @Test
    void an_opinion_that_changes_takes_the_place_of_the_first() throws IOException {
        try (NoteBook notes = NoteBook.inMemory()) {
            JunkMemory memory = new JunkMemory(notes, () -> true);
            memory.learn("anna", "1", letter("x@x.example", "lottery"), true);
            memory.learn("anna", "1", letter("x@x.example", "lottery"), true);
            assertThat(notes.<Long, Long>map("junk words anna").get(0L)).isEqualTo(1L << 32);

            memory.learn("anna", "1", letter("x@x.example", "lottery"), false);
            assertThat(notes.<Long, Long>map("junk words anna").get(0L)).isEqualTo(1L);

            memory.retain(Set.of("ben"));
            assertThat(notes.names()).noneMatch(name -> name.endsWith("anna"));
        }
    }

    @Test
    void whoever_does_not_want_it_is_not_judged_and_a_letter_that_breaks_it_is_no_junk()
            throws IOException {
        try (NoteBook notes = NoteBook.inMemory()) {
            JunkMemory off = new JunkMemory(notes, () -> false);
            off.learn("anna", "1", letter("x@x.example", "lottery"), true);
            assertThat(notes.names()).isEmpty();

            JunkMemory on = new JunkMemory(notes, () -> true);
            assertThat(
                            on.isJunk(
                                    "anna",
                                    () -> {
                                        throw new IOException("disk broken");
                                    }))
                    .isFalse();
        }
    }

    @Test
    void words_are_the_same_however_a_letter_is_written() throws IOException {
        String plain = "From: a@b.example\r\n\r\nLOTTERY Grüße\r\n";
        String html =
                "From: a@b.example\r\nContent-Type: text/html; charset=iso-8859-1\r\n"
                        + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                        + "<p>lottery</p> <b>Gr=FC=DFe</b>\r\n";

        assertThat(LetterWords.of(() -> stream(html)))
                .isEqualTo(LetterWords.of(() -> stream(plain)));
    }

    private static ByteArrayInputStream stream(String letter) {
        return new ByteArrayInputStream(letter.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void words_are_cut_at_what_belongs_to_none() throws IOException {
        assertThat(words("don't pay 100€, ab; \u6771\u4eac\u90fd \u2167\u2168\u2169 x_y"))
                .containsAll(words("100€"))
                .containsAll(words("don't"))
                .containsAll(words("pay"))
                .containsAll(words("\u6771\u4eac\u90fd"))
                .containsAll(words("\u2167\u2168\u2169"))
                .hasSize(words("").size() + 5);
    }

    @Test
    void it_says_from_when_on_it_can_tell() throws IOException {
        train(9);
        assertThat(sense.canTell()).isFalse();

        train(1);
        assertThat(sense.canTell()).isTrue();
    }
}
