package org.mailstation.desktop.view;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.mailstation.desktop.flow.Wish;
import org.mailstation.desktop.view.parts.Extent;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.theme.Theme;
import org.mailstation.desktop.words.Words;

/** Asks once more before something is lost; the safe answer has the focus. */
final class ConfirmDialog {

    private static final double WIDTH = 520;

    private final Stage stage = new Stage();
    private final Button leave;

    ConfirmDialog(Window owner, Words words, Wish wish, Runnable yes) {
        Button go = new Button(words.of(wish.yes()));
        go.setId("confirm-yes");
        go.setMnemonicParsing(true);
        go.getStyleClass().add("danger");
        go.setOnAction(
                _ -> {
                    stage.close();
                    yes.run();
                });
        leave = new Button(words.of("wish.leave"));
        leave.setId("confirm-no");
        leave.setMnemonicParsing(true);
        leave.setCancelButton(true);
        leave.setOnAction(_ -> stage.close());
        ButtonBar.setButtonData(go, ButtonBar.ButtonData.LEFT);
        ButtonBar.setButtonData(leave, ButtonBar.ButtonData.CANCEL_CLOSE);
        ButtonBar bar = new ButtonBar();
        bar.getButtons().setAll(go, leave);
        VBox column =
                new VBox(
                        new Notice(
                                Notice.Kind.WARNING,
                                words.of("wish.sure"),
                                words.of(wish.question())),
                        bar);
        column.getStyleClass().add("dialog");
        double width = Extent.on(owner, WIDTH, WIDTH).width();
        column.setMinWidth(width);
        column.setPrefWidth(width);
        Scene scene = new Scene(column);
        Theme.dress(scene);
        stage.setTitle(words.of("app.name"));
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setScene(scene);
    }

    void show() {
        stage.show();
        Platform.runLater(leave::requestFocus);
    }
}
