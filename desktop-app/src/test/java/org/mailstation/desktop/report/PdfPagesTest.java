package org.mailstation.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.desktop.fake.Told;
import org.mailstation.desktop.words.Words;

/** The paper: for those who leaf through it, have it read aloud, or print it. */
class PdfPagesTest {

    private static Words words(String language) {
        return new Words(Locale.of(language), ZoneOffset.UTC);
    }

    private static Paper paper(String language) {
        return PaperMaker.make(Told.usual(), "admin", List.of(), false, words(language));
    }

    private static PDDocument pdf(String language, Sheet sheet) throws IOException {
        return Loader.loadPDF(ReportFile.PDF.bytes(paper(language), words(language), sheet));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void it_has_a_title_bookmarks_and_pictures_in_words(String language) throws IOException {
        Words words = words(language);
        try (PDDocument document = pdf(language, Sheet.A4)) {
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo(words.of("report.title"));
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            List<String> marks = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                marks.add(item.getTitle());
                assertThat(item.findDestinationPage(document)).as(item.getTitle()).isNotNull();
            }
            assertThat(marks)
                    .isEqualTo(
                            HtmlPage.parts(paper(language)).stream()
                                    .map(part -> words.of("report." + part))
                                    .toList());
            List<String> said = new ArrayList<>();
            alternates(document.getDocumentCatalog().getStructureTreeRoot(), said);
            assertThat(said).anyMatch(one -> one.startsWith(words.of("map.title") + ". "));
        }
    }

    private static void alternates(PDStructureNode node, List<String> said) {
        if (node instanceof PDStructureElement element
                && element.getAlternateDescription() != null) {
            said.add(element.getAlternateDescription());
        }
        node.getKids().stream()
                .filter(PDStructureNode.class::isInstance)
                .forEach(kid -> alternates((PDStructureNode) kid, said));
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void every_font_is_in_it_and_umlauts_can_be_copied(Sheet sheet) throws IOException {
        try (PDDocument document = pdf("de", sheet)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
            assertThat(new PDFTextStripper().getText(document)).contains("Veröffentlicht", "ß");
        }
    }

    /** What was asked and answered may be long, and is not what comes first. */
    @Test
    void much_evidence_does_not_drive_the_steps_from_the_first_page() throws IOException {
        Paper paper = PaperMaker.make(Told.proven(45), "admin", List.of(), false, words("de"));
        String html = HtmlPage.paged(paper, words("de"), Sheet.A4);
        try (PDDocument document = Loader.loadPDF(PdfPages.of(html))) {
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            String text = first.getText(document).replaceAll("\\s+", " ");
            assertThat(text).contains(paper.causes().getFirst().root().steps());
        }
    }

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void the_first_page_has_the_sentence_and_numbered_steps(Sheet sheet) throws IOException {
        for (String language : List.of("en", "de")) {
            try (PDDocument document = pdf(language, sheet)) {
                PDFTextStripper first = new PDFTextStripper();
                first.setSortByPosition(true); // numbers of a list are drawn before its lines
                first.setEndPage(1);
                String text = first.getText(document).replaceAll("\\s+", " ");
                Paper paper = paper(language);
                assertThat(text).contains(paper.sentence());
                for (Paper.Trouble trouble : paper.causes()) {
                    List<String> steps = trouble.root().steps();
                    assertThat(steps).hasSizeGreaterThan(1);
                    for (int i = 0; i < steps.size(); i++) {
                        assertThat(text).contains((i + 1) + ". " + steps.get(i));
                    }
                }
            }
        }
    }
}
