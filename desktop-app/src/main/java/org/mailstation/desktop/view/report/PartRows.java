package org.mailstation.desktop.view.report;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.report.Reporting;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.words.Words;

/** The parts of a report, and how far each is: by sign and by word. */
final class PartRows extends VBox {
    private final Words words;

    PartRows(Words words) {
        this.words = words;
        setId("report-parts");
        getStyleClass().add("report-parts");
    }

    void show(List<Reporting.Row> rows) {
        getChildren().setAll(rows.stream().map(this::row).toList());
    }

    private Label row(Reporting.Row row) {
        Label label =
                new Label(
                        words.of(
                                "report.row",
                                words.of("report.part", row.part()),
                                words.of("report.progress", row.progress())));
        label.setGraphic(
                Icons.of(
                        switch (row.progress()) {
                            case WAITS -> Icons.Sign.CLOCK;
                            case RUNS -> Icons.Sign.REFRESH;
                            case DONE -> Icons.Sign.DONE;
                            case SILENT -> Icons.Sign.WARNING;
                        }));
        label.getStyleClass().add("report-part");
        label.setWrapText(true);
        return label;
    }
}
