package org.mailstation.desktop.view.status;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.mailstation.control.Traces;
import org.mailstation.desktop.flow.MailFlow;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.words.Words;

/** Where letters are: a search, and the newest ones, each with its way. */
final class MailTab {

    private final Kit kit;
    private final Words words;
    private final MailFlow letters;
    private final TextField from = text("letters-from");
    private final TextField to = text("letters-to");
    private final TextField subject = text("letters-subject");
    private final TextField number = text("letters-id");
    private final Button search;
    private final Button all;
    private final Label title = Blocks.section("");
    private final VBox rows = new VBox();
    private final QueueRows queue;
    private final Shelf shelf;

    MailTab(Kit kit) {
        this.kit = kit;
        this.words = kit.words();
        this.letters = kit.care().letters();
        search = button("letters-search", words.of("letters.search"), Icons.Sign.SEARCH);
        search.setOnAction(_ -> search());
        all = button("letters-all", words.of("letters.all"), Icons.Sign.REFRESH);
        all.setOnAction(_ -> all());
        for (TextField field : List.of(from, to, subject, number)) {
            field.setOnAction(_ -> search());
        }
        Button back = button("letters-back", words.of("letters.back"), Icons.Sign.LETTER);
        back.setOnAction(_ -> kit.dialogs().returned(kit.care().explaining()));
        FlowPane buttons = Blocks.row(search, all, back);
        queue = new QueueRows(words, letters);
        rows.setId("letters");
        rows.getStyleClass().add("letters");
        shelf =
                new Shelf(
                        kit,
                        "letters",
                        words.of("letters.looking"),
                        new Shelf.Deeds(letters::cancel, letters::confirm, letters::leave),
                        Blocks.section(words.of("letters.where")),
                        Blocks.paragraph(words.of("letters.lead")),
                        Blocks.pair(
                                new Field(words.of("letters.from"), from, ""),
                                new Field(words.of("letters.to"), to, "")),
                        Blocks.pair(
                                new Field(words.of("letters.subject"), subject, ""),
                                new Field(words.of("letters.id"), number, "")),
                        buttons,
                        queue,
                        title,
                        rows);
        letters.listen(this::show);
    }

    private static TextField text(String id) {
        TextField field = new TextField();
        field.setId(id);
        return field;
    }

    private static Button button(String id, String name, Icons.Sign sign) {
        Button button = new Button(name, Icons.of(sign));
        button.setId(id);
        button.setMnemonicParsing(true);
        return button;
    }

    Node node() {
        return shelf;
    }

    private void search() {
        letters.search(from.getText(), to.getText(), subject.getText(), number.getText());
    }

    private void all() {
        for (TextField field : List.of(from, to, subject, number)) {
            field.clear();
        }
        letters.all();
    }

    private void show(MailFlow.View view) {
        boolean busy = view.activity().running();
        search.setDisable(busy);
        all.setDisable(busy);
        shelf.show(view.activity(), view.wish(), view.done());
        queue.show(view.waiting(), busy);
        title.setText(words.of(view.searched() ? "letters.found" : "letters.recent"));
        Traces found = view.found();
        Blocks.visible(title, found != null);
        if (found == null) {
            rows.getChildren().clear();
        } else if (found.letters().isEmpty()) {
            rows.getChildren()
                    .setAll(
                            new Notice(
                                    Notice.Kind.INFORMATION,
                                    words.of(
                                            view.searched()
                                                    ? "letters.none"
                                                    : "letters.no-letters"),
                                    words.of("letters.none.text")));
        } else {
            rows.getChildren().setAll(LetterRow.all(kit, found.letters()));
            if (found.more()) {
                rows.getChildren().add(Blocks.note(words.of("letters.more", MailFlow.MOST)));
            }
        }
    }
}
