package org.mailstation.desktop.view.status;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.mailstation.control.AppPasswords;
import org.mailstation.desktop.flow.Household;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CopyText;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.words.Words;

/** The devices that have a password of their own: one more, and those that are there. */
final class DevicePart extends VBox {

    private final Words words;
    private final Household household;
    private final VBox rows = new VBox();
    private final TextField name = new TextField();
    private final Field field;
    private final Button make;
    private final CopyText password;
    private final Notice made;
    private String person = "";

    DevicePart(Kit kit) {
        this.words = kit.words();
        this.household = kit.care().household();
        rows.setId("devices");
        rows.getStyleClass().add("rows");
        name.setId("device-name");
        name.setOnAction(_ -> household.make(name.getText()));
        make = Rows.button("device-make", words.of("people.device.make"), Icons.Sign.ADD);
        make.setMnemonicParsing(true);
        make.setOnAction(_ -> household.make(name.getText()));
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(name, make);
        row.getStyleClass().add("input-row");
        field =
                new Field(
                        words.of("people.device.name"),
                        name,
                        row,
                        words.of("people.device.name.hint"));
        password = new CopyText("device-password", words.of("people.device.password"), kit);
        Button noted =
                Rows.button("device-noted", words.of("people.device.noted"), Icons.Sign.DONE);
        noted.setMnemonicParsing(true);
        noted.setOnAction(_ -> household.noted());
        made =
                new Notice(
                        Notice.Kind.SUCCESS,
                        words.of("people.device.new"),
                        words.of("people.device.once"),
                        password,
                        noted);
        made.setId("device-made");
        getStyleClass().add("page-part");
        getChildren().setAll(Blocks.note(words.of("people.devices.lead")), field, made, rows);
    }

    void show(Household.View view, boolean busy) {
        Household.Made fresh = view.made();
        if (fresh != null && !password.text().getText().equals(fresh.password().reveal())) {
            name.clear();
        }
        if (!view.person().equals(person)) {
            name.clear();
            person = view.person();
        }
        // nothing of it stays in a field that nobody sees
        password.setText(fresh == null ? "" : fresh.password().reveal());
        Blocks.visible(made, fresh != null);
        field.problems(
                view.deviceProblem() == null ? List.of() : List.of(words.of(view.deviceProblem())));
        field.setDisable(busy);
        List<Node> all = new ArrayList<>();
        for (AppPasswords.Device device : view.devices()) {
            all.add(row(device, all.size() + 1, busy));
        }
        if (all.isEmpty()) {
            all.add(Blocks.paragraph(words.of("people.no-devices")));
        }
        rows.getChildren().setAll(all);
    }

    private HBox row(AppPasswords.Device device, int number, boolean busy) {
        Button revoke =
                Rows.button("revoke-" + (number - 1), words.of("people.revoke"), Icons.Sign.REMOVE);
        revoke.setDisable(busy);
        revoke.setAccessibleText(words.of("people.revoke.what", device.name()));
        revoke.setOnAction(_ -> household.revoke(device.name()));
        return Rows.row(
                Blocks.paragraph(device.name()),
                Blocks.note(words.of("people.device.made", words.day(device.made()))),
                revoke);
    }
}
