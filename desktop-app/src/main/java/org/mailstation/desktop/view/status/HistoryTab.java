package org.mailstation.desktop.view.status;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.diff.Change;
import org.mailstation.control.History;
import org.mailstation.desktop.flow.Revisions;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.words.Words;
import org.mailstation.text.Text;

/** What was changed when, and a way back to each. */
final class HistoryTab {

    private final Words words;
    private final Revisions revisions;
    private final VBox rows = new VBox();
    private final VBox plan = new VBox();
    private final Shelf shelf;

    HistoryTab(Kit kit) {
        this.words = kit.words();
        this.revisions = kit.care().revisions();
        rows.setId("history");
        rows.getStyleClass().add("rows");
        plan.setId("plan");
        plan.getStyleClass().addAll("page-part", "repair");
        shelf =
                new Shelf(
                        kit,
                        "history",
                        words.of("history.looking"),
                        new Shelf.Deeds(revisions::cancel, revisions::confirm, revisions::leave),
                        Blocks.paragraph(words.of("history.lead")),
                        plan,
                        rows);
        shelf.asks(() -> revisions.view().history() == null, revisions::open);
        revisions.listen(this::show);
    }

    Node node() {
        return shelf;
    }

    private void show(Revisions.View view) {
        shelf.show(view.activity(), view.wish(), view.done());
        boolean busy = view.activity().running();
        show(view.plan());
        History known = view.history();
        List<Node> all = new ArrayList<>();
        for (History.Past past : known == null ? List.<History.Past>of() : known.revisions()) {
            all.add(row(past, busy));
        }
        rows.getChildren().setAll(all);
        if (view.plan() != null) {
            shelf.top();
        }
    }

    private void show(Revisions.@Nullable Plan now) {
        Blocks.visible(plan, now != null);
        plan.getChildren().clear();
        if (now != null) {
            plan.getChildren().add(Blocks.section(words.of("history.plan", now.revision())));
            for (Change change : now.changes()) {
                plan.getChildren().add(Blocks.paragraph(words.of(change.sentence())));
                for (Text effect : change.effects()) {
                    Label line = Blocks.paragraph(words.of(effect));
                    line.setGraphic(Icons.of(Icons.Sign.EFFECT));
                    line.getStyleClass().add("change-effect");
                    plan.getChildren().add(line);
                }
            }
        }
    }

    private Node row(History.Past past, boolean busy) {
        String number = Integer.toString(past.revision());
        Label title =
                Blocks.paragraph(
                        words.of(
                                past.running() ? "history.running" : "history.title",
                                words.moment(past.at()),
                                number));
        title.getStyleClass().add("letter-subject");
        VBox changes = new VBox();
        changes.getStyleClass().add("finding-column");
        past.changes()
                .forEach(
                        change ->
                                changes.getChildren()
                                        .add(Blocks.note(words.of(change.sentence()))));
        if (past.changes().isEmpty()) {
            changes.getChildren().add(Blocks.note(words.of("history.unknown")));
        }
        if (past.running()) {
            return Rows.row(title, changes);
        }
        Button back = Rows.button("revert-" + number, words.of("history.revert"), Icons.Sign.UNDO);
        back.setDisable(busy);
        back.setAccessibleText(words.of("history.revert.what", number));
        back.setOnAction(_ -> revisions.plan(past));
        return Rows.row(title, changes, back);
    }
}
