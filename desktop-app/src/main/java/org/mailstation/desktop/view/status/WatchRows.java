package org.mailstation.desktop.view.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Trouble;
import org.mailstation.control.WatchNote;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/** The changes that the station saw, each with its moment, its states and its sentences. */
final class WatchRows {

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
                sign(one.health()));
    }

    Label sentence(String text, Icons.Sign sign) {
        Label line = Blocks.paragraph(text);
        line.setGraphic(Icons.of(sign));
        return line;
    }

    private static Icons.Sign sign(@Nullable Health health) {
        return health == Health.BROKEN ? Icons.Sign.WRONG : Icons.Sign.WARNING;
    }

    private Node row(WatchNote note) {
        Label title = Blocks.paragraph(words.moment(note.at()) + " – " + states(note));
        title.getStyleClass().add("letter-subject");
        VBox lines = new VBox();
        lines.getStyleClass().add("finding-column");
        note.begun()
                .forEach(
                        one ->
                                lines.getChildren()
                                        .add(
                                                sentence(
                                                        words.of(one.sentence()),
                                                        sign(one.health()))));
        note.ended().forEach(one -> lines.getChildren().add(sentence(ended(one), Icons.Sign.DONE)));
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
                        words.span(Duration.between(one.since(), one.until())));
    }
}
