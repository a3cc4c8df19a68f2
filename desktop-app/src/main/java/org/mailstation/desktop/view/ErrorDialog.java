package org.mailstation.desktop.view;

import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.ErrorReport;
import org.mailstation.desktop.view.parts.Extent;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.theme.Theme;
import org.mailstation.desktop.words.Words;

/**
 * Shows a failure that nobody foresaw: what happened, its code, and all that is needed to pass it
 * on.
 */
final class ErrorDialog {

    private static final double WIDTH = 620;
    private static final double HEIGHT = 420;

    private final Stage stage = new Stage();

    /**
     * @param copy puts text on the clipboard
     */
    ErrorDialog(Window owner, Words words, ErrorReport report, Consumer<String> copy) {
        TextArea details = new TextArea(report.details());
        details.setId("error-details");
        details.setEditable(false);
        details.getStyleClass().add("code");
        details.setAccessibleText(words.of("error.details"));
        TitledPane more = new TitledPane(words.of("error.details"), details);
        more.setExpanded(false);
        more.setId("error-more");
        Label code = Blocks.note(words.of("error.code", report.code()));
        code.setId("error-code");
        VBox told =
                new VBox(
                        new Notice(
                                Notice.Kind.DANGER, words.of("error.headline"), report.sentence()),
                        code,
                        Blocks.paragraph(words.of("error.next")),
                        more);
        told.getStyleClass().add("page-part");
        ScrollPane scroll = new ScrollPane(told);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("page-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox column = new VBox(scroll, buttons(words, report, copy));
        column.getStyleClass().add("dialog");
        Extent extent = Extent.on(owner, WIDTH, HEIGHT);
        Scene scene = new Scene(column, extent.width(), extent.height());
        Theme.dress(scene);
        stage.setTitle(words.of("error.title"));
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setScene(scene);
    }

    private ButtonBar buttons(Words words, ErrorReport report, Consumer<String> copy) {
        Button copying = new Button(words.of("error.copy"));
        copying.setId("error-copy");
        copying.setOnAction(
                _ -> {
                    copy.accept(report.text());
                    copying.setText(words.of("error.copied"));
                });
        Button close = new Button(words.of("error.close"));
        close.setId("error-close");
        close.setDefaultButton(true);
        close.setCancelButton(true);
        close.setOnAction(_ -> stage.close());
        ButtonBar.setButtonData(copying, ButtonBar.ButtonData.LEFT);
        ButtonBar.setButtonData(close, ButtonBar.ButtonData.CANCEL_CLOSE);
        ButtonBar bar = new ButtonBar();
        bar.getButtons().setAll(copying, close);
        return bar;
    }

    void show() {
        stage.show();
    }
}
