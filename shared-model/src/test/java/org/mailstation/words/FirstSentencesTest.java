package org.mailstation.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mailstation.control.ControlJson;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;

/**
 * The page {@code docs/first-sentences.md} has the product's own words: what was found of each
 * fault in the simulated home network, by {@code acceptance/faults/run}, in the words of today.
 * With {@code -Dsentences=write} the page is written.
 */
class FirstSentencesTest {
    private static final Path PAGE = Path.of("..", "docs", "first-sentences.md");
    private static final int FAULTS = 40;

    /** What stands on the first page of the report. */
    public record Said(String check, Text sentence, @Nullable Text remedy, String detail) {}

    public record Fault(
            String home,
            String faults,
            String words,
            Health health,
            Text sentence,
            List<Said> causes,
            List<Said> untold) {}

    private static List<Fault> faults() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        FirstSentencesTest.class.getResourceAsStream("first.jsonl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> ControlJson.read(line, Fault.class))
                    .filter(one -> one.causes().size() == 1 && !one.faults().contains(" "))
                    .toList();
        }
    }

    @Test
    void the_page_has_the_words_that_a_person_reads() throws IOException {
        String page = page(faults());
        if ("write".equals(System.getProperty("sentences"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void each_of_forty_faults_names_what_to_do_next() throws IOException {
        assertThat(faults()).hasSizeGreaterThanOrEqualTo(FAULTS);
        for (Fault fault : faults()) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                assertThat(next(fault, language)).as(fault.faults()).isNotBlank();
            }
        }
    }

    private static String page(List<Fault> faults) {
        return """
               # The first sentences

               What a person reads first when something is wrong, on the first page of the report and in the window, and the next step that stands below it.
               `acceptance/faults/run` makes each fault in the simulated home network and keeps what was found (`first.jsonl`); the words are those of the
               program, put in by `FirstSentencesTest`, which fails when this page is not true any more (`-Dsentences=write` writes it). An empty step means that the
               sentence itself says what to do.

               ## English

               """
                + table(faults, Locale.ENGLISH)
                + "\n## Deutsch\n\n"
                + table(faults, Locale.GERMAN);
    }

    private static String table(List<Fault> faults, Locale language) {
        StringBuilder table = new StringBuilder("| fault | first sentence | next step |\n");
        table.append("|---|---|---|\n");
        for (Fault fault : faults) {
            table.append("| ")
                    .append(cell(fault.words()))
                    .append(" | ")
                    .append(cell(first(fault, language)))
                    .append(" | ")
                    .append(cell(step(fault, language)))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String first(Fault fault, Locale language) {
        return fault.sentence().in(language);
    }

    private static String step(Fault fault, Locale language) {
        StringBuilder step = new StringBuilder();
        for (Said cause : fault.causes()) {
            Text remedy = cause.remedy();
            if (remedy != null) {
                step.append(step.isEmpty() ? "" : " ").append(remedy.in(language));
                step.append(cause.detail().isEmpty() ? "" : " `" + cause.detail() + "`");
            }
        }
        return step.toString();
    }

    /** A step of its own, or a sentence that already says it. */
    private static String next(Fault fault, Locale language) {
        String step = step(fault, language);
        String sentence = first(fault, language);
        return step.isEmpty() && sentence.split("[.:] ").length < 2 ? "" : step + sentence;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
