package org.mailstation.desktop.view.report;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.report.Draft;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.SignView;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/** What is in a report, before anybody else sees it. */
final class Preview extends VBox {
    private static final double SIGN = 28;
    private static final int LINES = 14;

    private final Words words;
    private final SignView sign = new SignView(SIGN, Health.UNKNOWN, "");
    private final Label sentence = Blocks.paragraph("");
    private final VBox contents = new VBox();
    private final TextArea text = new TextArea();
    private final TitledPane all;

    Preview(Words words) {
        this.words = words;
        sentence.setId("report-sentence");
        sentence.getStyleClass().add("finding-sentence");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox top = new HBox(sign, sentence);
        top.getStyleClass().add("status-top");
        text.setId("report-text");
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(LINES);
        text.setAccessibleText(words.of("report.text"));
        all = new TitledPane(words.of("report.text"), text);
        all.setId("report-all");
        all.setAnimated(false);
        all.setExpanded(false);
        getStyleClass().add("page-part");
        getChildren().setAll(top, Blocks.section(words.of("report.contents")), contents);
    }

    /** Every word of it, folded; it stands below what is chosen. */
    TitledPane whole() {
        return all;
    }

    void show(Draft draft) {
        sign.show(draft.health(), words.of("health", draft.health()));
        sentence.setText(draft.sentence());
        GridPane facts = Blocks.facts();
        draft.contents()
                .forEach(one -> Blocks.fact(facts, one.name(), Blocks.paragraph(one.value())));
        contents.getChildren().setAll(facts);
        if (!draft.text().equals(text.getText())) {
            text.setText(draft.text());
            text.positionCaret(0);
        }
    }
}
