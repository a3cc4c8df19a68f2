package org.mailstation.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.desktop.fake.Told;
import org.mailstation.desktop.words.Words;

/** Pages as a reader gets them; they lie in {@code target/reports}, to be looked at. */
class HtmlPageTest {
    private static final Path SHOWN = Path.of("target/reports");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void a_page_shows_every_part_and_its_paper_is_tagged(String language) throws IOException {
        Words words = new Words(Locale.of(language), ZoneOffset.UTC);
        Paper paper = PaperMaker.make(Told.usual(), "admin", List.of(), false, words);
        String page = HtmlPage.of(paper, words, Sheet.A4);
        for (String part :
                List.of("causes", "way", "doors", "records", "certificate", "ddns", "letters")) {
            assertThat(page)
                    .contains("<h2 id=\"%s\">%s</h2>".formatted(part, words.of("report." + part)));
        }
        Files.createDirectories(SHOWN);
        Paper dead = PaperMaker.make(Told.silent(), "admin", List.of(), false, words);
        Files.writeString(
                SHOWN.resolve(language + "-dead.html"), HtmlPage.of(dead, words, Sheet.A4));
        Files.writeString(SHOWN.resolve(language + ".html"), page);
        byte[] pdf = ReportFile.PDF.bytes(paper, words, Sheet.A4);
        Files.write(SHOWN.resolve(language + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
        }
    }

    @ParameterizedTest
    @CsvSource({"DE, 595, 842", "US, 612, 792", "CA, 612, 792", "'', 595, 842"})
    void paper_is_as_large_as_it_is_in_the_printers_there(String country, int width, int height)
            throws IOException {
        Words words = new Words(Locale.ENGLISH, ZoneOffset.UTC);
        Paper paper = PaperMaker.make(Told.usual(), "admin", List.of(), false, words);
        Sheet sheet = Sheet.of(Locale.of("en", country));
        byte[] pdf = ReportFile.PDF.bytes(paper, words, sheet);
        Files.createDirectories(SHOWN);
        Files.write(SHOWN.resolve("en-" + sheet + ".pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDRectangle page = document.getPage(0).getMediaBox();
            assertThat(Math.round(page.getWidth())).isEqualTo(width);
            assertThat(Math.round(page.getHeight())).isEqualTo(height);
        }
    }
}
