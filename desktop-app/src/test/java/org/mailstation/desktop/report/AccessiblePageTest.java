package org.mailstation.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.desktop.fake.Told;
import org.mailstation.desktop.words.Words;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The page for somebody who has it read aloud, or sees little (WCAG 2.2). */
class AccessiblePageTest {

    private static Paper paper(String language, boolean dead) {
        return PaperMaker.make(
                dead ? Told.silent() : Told.usual(), "admin", List.of(), false, words(language));
    }

    private static Words words(String language) {
        return new Words(Locale.of(language), ZoneOffset.UTC);
    }

    private static Document page(String language, boolean dead) throws Exception {
        String html = HtmlPage.of(paper(language, dead), words(language), Sheet.A4);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> all(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"en, false", "en, true", "de, false", "de, true"})
    void headings_go_down_step_by_step_and_there_is_one_main_part(String language, boolean dead)
            throws Exception {
        Document page = page(language, dead);
        List<Integer> levels = new ArrayList<>();
        all(page, "*").stream()
                .filter(one -> one.getTagName().matches("h[1-6]"))
                .forEach(one -> levels.add(one.getTagName().charAt(1) - '0'));
        assertThat(levels).startsWith(1, 2).containsOnlyOnce(1);
        for (int i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
        assertThat(all(page, "main")).hasSize(1);
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language);
        assertThat(all(page, "title").getFirst().getTextContent()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"en, false", "de, true"})
    void every_table_says_what_its_columns_or_rows_are(String language, boolean dead)
            throws Exception {
        Document page = page(language, dead);
        assertThat(all(page, "th"))
                .isNotEmpty()
                .allSatisfy(th -> assertThat(th.getAttribute("scope")).matches("row|col"));
        for (Element table : all(page, "table")) {
            assertThat(table.getElementsByTagName("th").getLength()).isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({"en, false", "de, true"})
    void pictures_say_in_words_what_they_show(String language, boolean dead) throws Exception {
        Paper paper = paper(language, dead);
        List<Element> pictures = all(page(language, dead), "svg");
        assertThat(pictures).hasSize(2);
        for (Element picture : pictures) {
            assertThat(picture.getAttribute("role")).isEqualTo("img");
            for (Paper.Station place : paper.way()) {
                assertThat(picture.getAttribute("aria-label"))
                        .contains(place.name() + ": " + place.state());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"en, false", "de, true"})
    void every_link_leads_somewhere_and_no_place_has_two(String language, boolean dead)
            throws Exception {
        Document page = page(language, dead);
        List<String> ids =
                all(page, "*").stream()
                        .map(one -> one.getAttribute("id"))
                        .filter(id -> !id.isEmpty())
                        .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(all(page, "a"))
                .isNotEmpty()
                .allSatisfy(a -> assertThat(ids).contains(a.getAttribute("href").substring(1)));
    }

    @ParameterizedTest
    @CsvSource({"en", "de"})
    void every_colour_can_be_read_on_what_is_behind_it_by_day_and_by_night(String language)
            throws Exception {
        Colours colours = Colours.of(all(page(language, false), "style").getFirst());
        assertThat(colours.light()).hasSizeGreaterThan(5);
        assertThat(colours.dark().keySet())
                .as("each has another one by night")
                .containsAll(colours.light().keySet());
        colours.light()
                .forEach(
                        (what, colour) ->
                                assertThat(Colours.contrast(colour, "#ffffff", "#f3f5f7"))
                                        .as(what)
                                        .isGreaterThanOrEqualTo(4.5));
        colours.dark()
                .forEach(
                        (what, colour) ->
                                assertThat(Colours.contrast(colour, "#14191f", "#1e252d"))
                                        .as(what)
                                        .isGreaterThanOrEqualTo(4.5));
        assertThat(colours.backgrounds())
                .containsExactlyInAnyOrder("#ffffff", "#f3f5f7", "#14191f", "#1e252d");
    }
}
