package org.mailstation.desktop.view.status;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.bounce.StepMeaning;
import org.mailstation.control.WaitingLetter;
import org.mailstation.control.WaitingLetters;
import org.mailstation.desktop.flow.MailFlow;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.SignView;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/** Letters that wait to leave: until when, why, and a button that does not wait. */
final class QueueRows extends VBox {

    private static final double SIGN = 18;

    private final Words words;
    private final MailFlow letters;

    QueueRows(Words words, MailFlow letters) {
        this.words = words;
        this.letters = letters;
        setId("queue");
        getStyleClass().add("rows");
    }

    void show(@Nullable WaitingLetters waiting, boolean busy) {
        Blocks.visible(this, waiting != null && waiting.all() > 0);
        if (waiting == null || waiting.all() == 0) {
            getChildren().clear();
            return;
        }
        List<Node> rows = new ArrayList<>();
        Label title = Blocks.section(words.of("queue.title", waiting.all()));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button all = button("queue-all", words.of("queue.try-all"), busy);
        all.setMnemonicParsing(true);
        all.setOnAction(_ -> letters.tryNow(""));
        HBox head = new HBox(title, all);
        head.getStyleClass().add("focus-head");
        rows.add(head);
        for (WaitingLetter one : waiting.letters()) {
            rows.add(row(rows.size(), one, busy));
        }
        if (waiting.letters().size() < waiting.all()) {
            rows.add(Blocks.note(words.of("queue.more", waiting.letters().size())));
        }
        getChildren().setAll(rows);
    }

    private HBox row(int index, WaitingLetter one, boolean busy) {
        String subject = one.subject().isEmpty() ? words.of("letter.no-subject") : one.subject();
        Label headline = Blocks.paragraph(subject);
        headline.getStyleClass().add("letter-subject");
        String from = one.from().isEmpty() ? words.of("letter.report") : one.from();
        VBox column =
                new VBox(
                        headline,
                        Blocks.note(words.of("letter.way", from, String.join(", ", one.to()))),
                        Blocks.note(words.of("queue.next", words.moment(one.next()), one.tries())));
        column.getChildren().addAll(Meanings.of(StepMeaning.of(one), words).getChildren());
        column.getStyleClass().add("finding-column");
        HBox.setHgrow(column, Priority.ALWAYS);
        Button now = button("queue-try-" + index, words.of("queue.try"), busy);
        now.setAccessibleText(words.of("queue.try.what", subject));
        now.setOnAction(_ -> letters.tryNow(one.id()));
        SignView sign = new SignView(SIGN, Health.ATTENTION, words.of("fate", Health.ATTENTION));
        Button enough =
                Rows.button("queue-give-up-" + index, words.of("queue.give-up"), Icons.Sign.STOP);
        enough.setDisable(busy || one.from().isEmpty());
        enough.setAccessibleText(words.of("queue.give-up.what", subject));
        enough.setOnAction(_ -> letters.giveUp(one));
        VBox deeds = new VBox(now, enough);
        deeds.getStyleClass().add("deeds");
        for (Button button : List.of(now, enough)) {
            button.setMaxWidth(Double.MAX_VALUE);
        }
        HBox row = new HBox(sign, column, deeds);
        row.getStyleClass().add("desk-row");
        return row;
    }

    private static Button button(String id, String name, boolean busy) {
        Button button = new Button(name, Icons.of(Icons.Sign.REFRESH));
        button.setId(id);
        button.setDisable(busy);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
