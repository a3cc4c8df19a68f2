package org.mailstation.desktop.view.status;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.flow.WatchForm;
import org.mailstation.desktop.flow.Watching;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.words.Words;

/** Whether the station looks after itself, how often at everything, and whom it tells. */
final class WatchPart extends VBox {

    private final Words words;
    private final CheckBox on;
    private final TextField every = new TextField();
    private final ComboBox<String> address = new ComboBox<>();
    private final Field everyField;
    private final Field addressField;
    private final Button save;

    /** The fields are being filled, not typed into. */
    private boolean showing;

    WatchPart(Kit kit) {
        this.words = kit.words();
        Watching watching = kit.care().watching();
        on = new CheckBox(words.of("watch.on"));
        on.setId("watch-on");
        on.setMnemonicParsing(true);
        on.selectedProperty()
                .addListener(
                        (_, _, now) -> {
                            if (!showing) {
                                watching.edit(form -> form.withOn(now));
                            }
                        });
        every.setId("watch-every");
        every.textProperty()
                .addListener(
                        (_, _, typed) -> {
                            if (!showing) {
                                watching.edit(form -> form.withEvery(typed));
                            }
                        });
        address.setId("watch-address");
        address.setEditable(true);
        address.setMaxWidth(Double.MAX_VALUE);
        address.getEditor().setId("watch-address-text");
        address.getEditor().setAccessibleText(words.of("watch.address.name"));
        address.getEditor()
                .textProperty()
                .addListener(
                        (_, _, typed) -> {
                            if (!showing) {
                                watching.edit(form -> form.withAddress(typed));
                            }
                        });
        everyField = new Field(words.of("watch.every"), every, words.of("watch.every.hint"));
        addressField =
                new Field(words.of("watch.address"), address, words.of("watch.address.hint"));
        save = Rows.button("watch-save", words.of("watch.save"), Icons.Sign.SAVE);
        save.setMnemonicParsing(true);
        save.setOnAction(_ -> watching.save());
        getStyleClass().add("page-part");
        getChildren().setAll(on, Blocks.pair(addressField, everyField), save);
    }

    void show(Watching.View view) {
        boolean idle = !view.activity().running() && view.watched() != null;
        showing = true;
        try {
            on.setSelected(view.form().on());
            fill(every, view.form().every());
            if (!address.getItems().equals(view.mailboxes())) {
                address.getItems().setAll(view.mailboxes());
            }
            fill(address.getEditor(), view.form().address());
        } finally {
            showing = false;
        }
        everyField.problems(problems(view, WatchForm.EVERY));
        addressField.problems(problems(view, WatchForm.ADDRESS));
        on.setDisable(!idle);
        everyField.setDisable(!idle);
        addressField.setDisable(!idle);
        save.setDisable(!idle);
    }

    private static void fill(TextField field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private List<String> problems(Watching.View view, String field) {
        return view.problems().stream()
                .filter(one -> one.field().equals(field))
                .map(one -> words.of(one.text()))
                .toList();
    }
}
