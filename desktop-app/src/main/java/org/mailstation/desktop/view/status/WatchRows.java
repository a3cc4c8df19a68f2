package org.mailstation.desktop.view.status;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.mailstation.control.Trouble;
import org.mailstation.control.WatchNote;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.SignView;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;
import org.mailstation.words.WatchWords;

/** The changes that the station saw, each with its moment, its states and its sentences. */
final class WatchRows {

    private static final double SIGN = 18;
    private static final double GAP = 8;

    private final Words words;

    WatchRows(Words words) {
        this.words = words;
    }

    List<Node> of(List<WatchNote> notes) {
        List<Node> all = new ArrayList<>();
        if (notes.isEmpty()) {
            all.add(Blocks.paragraph(words.of("watch.nothing")));
        }
        notes.forEach(note -> all.add(row(note)));
        return all;
    }

    /** What is wrong at this moment. */
    Node now(Trouble one) {
        String sentence = words.of(one.sentence());
        return sentence(
                one.since() == null
                        ? sentence
                        : words.of("watch.since", sentence, words.moment(one.since())),
                health(one));
    }

    Label sentence(String text, Health health) {
        Label line = Blocks.paragraph(text);
        line.setGraphic(new SignView(SIGN, health, words.of("health", health)));
        line.setGraphicTextGap(GAP);
        return line;
    }

    private static Health health(Trouble one) {
        return one.health() == null ? Health.ATTENTION : one.health();
    }

    private Node row(WatchNote note) {
        Label title = Blocks.paragraph(words.moment(note.at()) + " – " + states(note));
        title.getStyleClass().add("letter-subject");
        VBox lines = new VBox();
        lines.getStyleClass().add("finding-column");
        for (Trouble one : note.begun()) {
            lines.getChildren().add(sentence(words.of(one.sentence()), health(one)));
        }
        for (Trouble one : note.ended()) {
            lines.getChildren().add(sentence(ended(one), Health.FINE));
        }
        lines.getChildren().add(Blocks.note(words.of("watch.told", note.letter())));
        return Rows.row(title, lines);
    }

    private String states(WatchNote note) {
        String now = words.of("health", note.health());
        return note.before() == null || note.before() == note.health()
                ? now
                : words.of("watch.states", words.of("health", note.before()), now);
    }

    private String ended(Trouble one) {
        String sentence = words.of(one.sentence());
        return one.since() == null || one.until() == null
                ? words.of("watch.ended", sentence)
                : words.of(
                        "watch.ended.lasted",
                        sentence,
                        words.moment(one.since()),
                        words.moment(one.until()),
                        words.of(WatchWords.lasted(one.since(), one.until())));
    }
}
