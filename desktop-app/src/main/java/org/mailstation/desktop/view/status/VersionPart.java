package org.mailstation.desktop.view.status;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.flow.Habits;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.words.Words;

/** Which version this is, and whether a newer one lies where the person points to. */
final class VersionPart extends VBox {

    private final Words words;
    private final Label own = Blocks.paragraph("");
    private final VBox news = new VBox();
    private final TextField place = new TextField();
    private final Field field;
    private String shown = "";

    VersionPart(Kit kit) {
        this.words = kit.words();
        Habits habits = kit.care().habits();
        place.setId("updates-place");
        place.setOnAction(_ -> habits.lookForVersions(place.getText()));
        Button choose = Rows.button("updates-choose", words.of("settings.choose"), Icons.Sign.OPEN);
        choose.setMnemonicParsing(true);
        choose.setOnAction(
                _ -> kit.dialogs().chooseUpdates().map(Path::toString).ifPresent(place::setText));
        Button look = Rows.button("updates-look", words.of("settings.look"), Icons.Sign.SEARCH);
        look.setMnemonicParsing(true);
        look.setOnAction(_ -> habits.lookForVersions(place.getText()));
        HBox.setHgrow(place, Priority.ALWAYS);
        HBox row = new HBox(place, choose, look);
        row.getStyleClass().add("input-row");
        field =
                new Field(
                        words.of("settings.updates"),
                        place,
                        row,
                        words.of("settings.updates.hint"));
        getStyleClass().add("page-part");
        getChildren().setAll(own, news, field);
    }

    void show(Habits.View view) {
        own.setText(words.of("settings.version", view.own()));
        field.setDisable(view.activity().running());
        if (!view.updates().equals(shown)) {
            shown = view.updates();
            place.setText(shown);
        }
        if (view.newer().isEmpty()) {
            news.getChildren().clear();
        } else {
            Notice notice =
                    new Notice(
                            Notice.Kind.INFORMATION,
                            words.of("settings.newer", view.newer()),
                            words.of("settings.newer.text"));
            notice.setId("newer");
            news.getChildren().setAll(List.of(notice));
        }
        Blocks.visible(news, !view.newer().isEmpty());
    }
}
