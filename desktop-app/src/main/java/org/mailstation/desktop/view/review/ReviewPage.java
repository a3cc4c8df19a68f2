package org.mailstation.desktop.view.review;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.mailstation.config.diff.Change;
import org.mailstation.desktop.flow.SetupState.Reviewing;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.words.Words;

/** What would change, and what that means. */
public final class ReviewPage implements Page<Reviewing> {

    private final Kit kit;
    private final VBox list = new VBox();
    private final Parent node;
    private List<Change> shown = List.of();

    public ReviewPage(Kit kit) {
        this.kit = kit;
        list.setId("changes");
        list.getStyleClass().add("changes");
        node = Blocks.page(kit.words().of("review.title"), kit.words().of("review.lead"), list);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void show(Reviewing state) {
        if (shown == state.changes() && !list.getChildren().isEmpty()) {
            return;
        }
        shown = state.changes();
        Words words = kit.words();
        List<Node> rows = new ArrayList<>();
        for (Change change : shown) {
            rows.add(
                    row(
                            words.of(change.sentence()),
                            change.effects().stream().map(words::of).toList()));
        }
        for (String address : state.newPasswords()) {
            rows.add(row(words.of("review.password", address), List.of()));
        }
        if (state.newSecrets()) {
            rows.add(row(words.of("review.secrets"), List.of()));
        }
        if (rows.isEmpty()) {
            rows.add(
                    new Notice(
                            Notice.Kind.INFORMATION,
                            words.of("review.nothing"),
                            words.of("review.nothing.text")));
        }
        list.getChildren().setAll(rows);
    }

    private static Node row(String sentence, List<String> effects) {
        Label headline = Blocks.paragraph(sentence);
        headline.getStyleClass().add("change-sentence");
        VBox column = new VBox(headline);
        column.getStyleClass().add("change-column");
        for (String effect : effects) {
            Label line = Blocks.paragraph(effect);
            line.setGraphic(Icons.of(Icons.Sign.EFFECT));
            line.getStyleClass().add("change-effect");
            column.getChildren().add(line);
        }
        HBox.setHgrow(column, Priority.ALWAYS);
        HBox row = new HBox(Icons.of(Icons.Sign.CHANGE), column);
        row.getStyleClass().add("change");
        return row;
    }

    @Override
    public void forward() {
        if (kit.flow().state() instanceof Reviewing state && state.nothingToDo()) {
            kit.flow().home();
        } else {
            kit.flow().apply();
        }
    }
}
