package org.mailstation.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailstation.desktop.fake.Told;
import org.mailstation.desktop.testing.Forms;
import org.mailstation.desktop.words.Words;
import org.mailstation.text.Text;

/** Whatever belongs on a report is in each of its forms, in both languages. */
class EveryFormTest {

    static Stream<Arguments> forms() {
        return Stream.of(ReportFile.values())
                .flatMap(form -> Stream.of("en", "de").map(it -> Arguments.of(form, it)));
    }

    private static Words words(String language) {
        return new Words(Locale.of(language), ZoneOffset.UTC);
    }

    private static String text(ReportFile form, Gathered gathered, String language)
            throws IOException {
        Words words = words(language);
        Paper paper = PaperMaker.make(gathered, "admin", List.of(), false, words);
        return bare(Forms.text("report" + form.ending(), form.bytes(paper, words, Sheet.LETTER)));
    }

    /** Lines end elsewhere in each form, and JSON and XHTML write some signs otherwise. */
    private static String bare(String text) {
        return text.replace("&gt;", ">")
                .replace("&#39;", "'")
                .replace("\\\"", "\"")
                .replace("&quot;", "\"")
                .replaceAll("[\\s\\p{Z}]+", "");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_part_is_there(ReportFile form, String language) throws IOException {
        Words words = words(language);
        Paper paper = PaperMaker.make(Told.usual(), "admin", List.of(), false, words);
        String text = text(form, Told.usual(), language);
        assertThat(text).contains(bare(paper.sentence()), bare(paper.made()));
        if (form != ReportFile.PDF) { // there it is a picture, whose words PdfPagesTest reads
            paper.way().forEach(place -> assertThat(text).contains(bare(place.name())));
        }
        for (Paper.Trouble trouble : paper.causes()) {
            assertThat(text).contains(bare(trouble.root().offer()));
            trouble.root().steps().forEach(step -> assertThat(text).contains(bare(step)));
            trouble.root().record().forEach(one -> assertThat(text).contains(bare(one.value())));
            trouble.root().evidence().forEach(it -> assertThat(text).contains(bare(it.asked())));
        }
        paper.places()
                .forEach(
                        place ->
                                place.items()
                                        .forEach(
                                                item ->
                                                        assertThat(text)
                                                                .contains(bare(item.sentence()))));
        for (Paper.Entry entry : paper.records()) {
            assertThat(text).contains(bare(entry.wanted()), bare(entry.published()));
        }
        Stream.of(paper.certificate(), paper.ddns(), paper.facts())
                .flatMap(List::stream)
                .forEach(fact -> assertThat(text).contains(bare(fact.value())));
        Objects.requireNonNull(paper.since())
                .changes()
                .forEach(one -> assertThat(text).contains(bare(one)));
        for (Paper.Door door : paper.doors()) {
            assertThat(door.views()).hasSize(4);
            assertThat(text).contains(bare(door.service()), bare(door.port()));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void letters_and_what_was_said_of_them_are_there(ReportFile form, String language)
            throws IOException {
        Paper paper = PaperMaker.make(Told.usual(), "admin", List.of(), false, words(language));
        String text = text(form, Told.usual(), language);
        assertThat(text).contains("Gmail", "GMX/Web.de", bare("Microsoft (Outlook)"));
        for (Paper.Waiting one : paper.waiting()) {
            assertThat(text).contains(bare(one.to()), bare(one.since()), bare(one.next()));
            one.last().means().forEach(line -> assertThat(text).contains(bare(line)));
        }
        for (Paper.Letter letter : paper.letters()) {
            for (Paper.Step step : letter.steps()) {
                assertThat(text).contains(bare(step.what()));
                step.answer().means().forEach(line -> assertThat(text).contains(bare(line)));
            }
        }
        assertThat(text).doesNotContain("holidays");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_dead_nas_leaves_the_rest_and_what_could_not_be_asked(ReportFile form, String language)
            throws IOException {
        Words words = words(language);
        String text = text(form, Told.silent(), language);
        assertThat(text)
                .contains(
                        bare(words.of(Text.of("report.nas-silent"))),
                        bare(words.of("report.part.letters")),
                        bare(words.of("report.step.look")));
        if (form == ReportFile.HTML || form == ReportFile.PDF) {
            assertThat(text).contains(bare(words.of("report.since-none")));
        }
    }
}
