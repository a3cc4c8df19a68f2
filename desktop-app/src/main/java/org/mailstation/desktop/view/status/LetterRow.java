package org.mailstation.desktop.view.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mailstation.bounce.StepMeaning;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceStep;
import org.mailstation.desktop.flow.LetterFate;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CopyText;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.SignView;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/** One letter: what became of it as a sign, and opened, the whole way with every hop's answer. */
final class LetterRow extends TitledPane {

    private static final double SIGN = 18;
    private static final double STEP = 14;

    private final Words words;

    private LetterRow(Kit kit, int index, Trace letter) {
        this.words = kit.words();
        Health health = LetterFate.of(letter);
        String from = letter.from().isEmpty() ? words.of("letter.report") : letter.from();
        String way = words.of("letter.way", from, String.join(", ", letter.to()));
        String subject =
                letter.subject().isEmpty() ? words.of("letter.no-subject") : letter.subject();
        SignView sign = new SignView(SIGN, health, words.of("fate", health));
        Label headline = new Label(subject);
        headline.getStyleClass().add("letter-subject");
        Label people = Blocks.note(way);
        people.setWrapText(false);
        people.setTooltip(new Tooltip(way));
        headline.setTooltip(new Tooltip(subject));
        VBox names = new VBox(headline, people);
        HBox.setHgrow(names, Priority.ALWAYS);
        names.setMinWidth(0);
        Label when = Blocks.note(words.moment(letter.at()));
        when.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(sign, names, when);
        head.getStyleClass().add("letter-head");
        head.setMinWidth(0);
        // as wide as the title leaves it, beside the arrow
        head.prefWidthProperty().bind(widthProperty().subtract(56));
        setGraphic(head);
        // else a window that gets narrower would be scrolled sideways
        setMinWidth(0);
        setAnimated(false);
        setExpanded(false);
        setId("letter-" + index);
        setAccessibleText(
                words.of("letter.said", subject, way, words.of("fate", health), when.getText()));
        getStyleClass().addAll("letter", health.name().toLowerCase(Locale.ROOT));
        // only what is looked at is built: there may be many
        expandedProperty()
                .addListener(
                        (_, _, open) -> {
                            if (open && getContent() == null) {
                                setContent(content(kit, index, letter, way));
                            }
                        });
    }

    static List<LetterRow> all(Kit kit, List<Trace> letters) {
        List<LetterRow> rows = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            rows.add(new LetterRow(kit, i, letters.get(i)));
        }
        return rows;
    }

    private Node content(Kit kit, int index, Trace letter, String way) {
        // the title of a letter to many may be cut
        VBox column = new VBox(Blocks.paragraph(way));
        column.getStyleClass().add("letter-way");
        column.getChildren()
                .add(
                        Blocks.paragraph(
                                words.of(
                                        "letter.came",
                                        words.moment(letter.at()),
                                        letter.source(),
                                        words.bytes(letter.bytes()))));
        for (TraceStep step : letter.steps()) {
            column.getChildren().add(step(step));
        }
        if (!letter.checks().isEmpty()) {
            column.getChildren().add(Blocks.note(words.of("letter.checks", letter.checks())));
        }
        GridPane facts = Blocks.facts();
        add(facts, kit, "letter-number-" + index, words.of("letter.number"), letter.id());
        if (!letter.messageId().isEmpty()) {
            add(
                    facts,
                    kit,
                    "letter-message-id-" + index,
                    words.of("letter.message-id"),
                    letter.messageId());
        }
        column.getChildren().add(facts);
        return column;
    }

    private HBox step(TraceStep step) {
        Label when = Blocks.note(words.moment(step.at()));
        when.setMinWidth(Region.USE_PREF_SIZE);
        VBox what = Meanings.of(StepMeaning.of(step), words);
        HBox.setHgrow(what, Priority.ALWAYS);
        Health health = LetterFate.of(step);
        HBox row = new HBox(new SignView(STEP, health, words.of("fate", health)), when, what);
        row.getStyleClass().add("letter-step");
        return row;
    }

    private static void add(GridPane facts, Kit kit, String id, String name, String value) {
        CopyText text = new CopyText(id, name, kit);
        text.setText(value);
        GridPane.setHgrow(text, Priority.ALWAYS);
        Blocks.fact(facts, name, text);
    }
}
