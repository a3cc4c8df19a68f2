package org.mailstation.desktop.view;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.stage.Window;
import org.mailstation.desktop.report.Reporting;
import org.mailstation.desktop.report.Sheet;
import org.mailstation.desktop.view.parts.Dialogs;
import org.mailstation.desktop.view.report.ReportWindow;
import org.mailstation.desktop.words.Words;

/** The window of the report, as the assistant puts it together. */
final class Reports {
    private Reports() {}

    static ReportWindow window(
            Window owner, Words words, Reporting.Source source, Dialogs dialogs) {
        return new ReportWindow(
                owner,
                words,
                new Reporting(
                        source,
                        () -> new Reporting.Maker("admin", List.of()),
                        words,
                        Sheet.A4,
                        InstantSource.fixed(Instant.parse("2026-05-07T09:41:00Z")),
                        new FxBackground()),
                dialogs);
    }
}
