package org.mailstation.desktop.view.report;

import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.mailstation.desktop.report.Reporting;
import org.mailstation.desktop.view.parts.Dialogs;
import org.mailstation.desktop.view.parts.Extent;
import org.mailstation.desktop.view.theme.Theme;
import org.mailstation.desktop.words.Words;

/** The window of the report, beside the assistant's own. All on the JavaFX thread. */
public final class ReportWindow {
    private static final double WIDTH = 820;
    private static final double HEIGHT = 680;

    private final Stage stage = new Stage();
    private final Reporting reporting;

    /**
     * @param owner the assistant's window
     */
    public ReportWindow(Window owner, Words words, Reporting reporting, Dialogs dialogs) {
        this.reporting = reporting;
        Extent extent = Extent.on(owner, WIDTH, HEIGHT);
        Scene scene =
                new Scene(
                        new ReportPane(words, reporting, dialogs, this::close),
                        extent.width(),
                        extent.height());
        Theme.dress(scene);
        stage.setTitle(words.of("report.window"));
        stage.initOwner(owner);
        stage.setScene(scene);
        stage.setOnCloseRequest(_ -> reporting.cancel());
    }

    /** Comes to the front, and begins unless a report is there or being made. */
    public void open() {
        boolean fresh = !stage.isShowing();
        stage.show();
        stage.toFront();
        if (fresh) {
            reporting.begin();
        }
    }

    /** Ends what is under way. */
    public void close() {
        reporting.cancel();
        stage.close();
    }

    /** What is in it. */
    public Scene scene() {
        return stage.getScene();
    }
}
