package org.mailstation.desktop.view.status;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Mailboxes;
import org.mailstation.control.Mailboxes.Mailbox;
import org.mailstation.desktop.flow.Household;
import org.mailstation.desktop.flow.Step;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.PasswordInput;
import org.mailstation.desktop.words.Words;
import org.mailstation.text.Text;

/** The people: how full their mailboxes are, when they came last, and what they sign in with. */
final class PeopleTab {

    private final Words words;
    private final Household household;
    private final VBox rows = new VBox();
    private final VBox person = new VBox();
    private final Label title = Blocks.section("");
    private final DevicePart devices;
    private final PasswordInput password;
    private final Field passwordField;
    private final Button change;
    private final Shelf shelf;
    private @Nullable Text praised;

    PeopleTab(Kit kit) {
        this.words = kit.words();
        this.household = kit.care().household();
        rows.setId("mailboxes");
        rows.getStyleClass().add("rows");
        password = new PasswordInput("new-password", words.of("people.new-password"), words);
        passwordField = new Field(words.of("people.new-password"), password.field(), password, "");
        change = Rows.button("set-password", words.of("people.set-password"), Icons.Sign.KEY);
        change.setMnemonicParsing(true);
        change.setOnAction(_ -> household.setPassword(password.text()));
        devices = new DevicePart(kit);
        person.getStyleClass().add("page-part");
        person.getChildren()
                .setAll(
                        title,
                        passwordField,
                        change,
                        Blocks.section(words.of("people.devices")),
                        devices);
        Button add = Rows.button("edit-people", words.of("people.edit"), Icons.Sign.ADD);
        add.setMnemonicParsing(true);
        add.setOnAction(_ -> kit.flow().goTo(Step.PEOPLE));
        HBox end = new HBox(add);
        shelf =
                new Shelf(
                        kit,
                        "household",
                        words.of("people.looking"),
                        new Shelf.Deeds(household::cancel, household::confirm, household::leave),
                        rows,
                        end,
                        person);
        shelf.asks(() -> household.view().mailboxes() == null, household::open);
        household.listen(this::show);
    }

    Node node() {
        return shelf;
    }

    private void show(Household.View view) {
        shelf.show(view.activity(), view.wish(), view.done());
        boolean busy = view.activity().running();
        Mailboxes known = view.mailboxes();
        List<Node> all = new ArrayList<>();
        for (Mailbox one : known == null ? List.<Mailbox>of() : known.mailboxes()) {
            all.add(row(all.size(), one, view.person().equals(one.address()), busy));
        }
        rows.getChildren().setAll(all);
        Blocks.visible(person, !view.person().isEmpty());
        passwordField.problems(
                view.problem() == null ? List.of() : List.of(words.of(view.problem())));
        passwordField.setDisable(busy);
        change.setDisable(busy);
        if (view.done() != null && view.done() != praised) {
            password.clear();
        }
        praised = view.done();
        title.setText(words.of("people.of", view.person()));
        devices.show(view, busy);
    }

    private HBox row(int index, Mailbox one, boolean chosen, boolean busy) {
        Button open = Rows.button("person-open-" + index, words.of("people.open"), Icons.Sign.KEY);
        open.setDisable(busy || chosen);
        open.setAccessibleText(words.of("people.open.what", one.address()));
        open.setOnAction(_ -> household.choose(one.address()));
        return Rows.row(MailboxWords.title(words, one), MailboxWords.state(words, one), open);
    }
}
