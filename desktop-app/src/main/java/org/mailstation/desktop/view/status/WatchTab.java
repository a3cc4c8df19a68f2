package org.mailstation.desktop.view.status;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.mailstation.control.Watched;
import org.mailstation.desktop.flow.Watching;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;

/** What the station sees when it looks at itself, what has changed when, and whom it tells. */
final class WatchTab {

    private final Words words;
    private final Watching watching;
    private final WatchRows rows;
    private final WatchPart part;
    private final VBox state = new VBox();
    private final VBox changes = new VBox();
    private final VBox refused = new VBox();
    private final Button look;
    private final Button letter;
    private final Shelf shelf;

    WatchTab(Kit kit) {
        this.words = kit.words();
        this.watching = kit.care().watching();
        rows = new WatchRows(words);
        part = new WatchPart(kit);
        state.setId("watch-state");
        state.getStyleClass().add("page-part");
        changes.setId("watch-changes");
        changes.getStyleClass().add("rows");
        refused.setId("watch-refused");
        look = button("watch-look", "watch.look", Icons.Sign.REFRESH, watching::look);
        letter = button("watch-letter", "watch.letter", Icons.Sign.LETTER, watching::letter);
        HBox buttons = new HBox(look, letter);
        buttons.getStyleClass().add("input-row");
        shelf =
                new Shelf(
                        kit,
                        "watch",
                        words.of("watch.looking"),
                        Shelf.Deeds.cancelling(watching::cancel),
                        Blocks.paragraph(words.of("watch.lead")),
                        state,
                        buttons,
                        refused,
                        Blocks.section(words.of("watch.how")),
                        part,
                        Blocks.section(words.of("watch.changes")),
                        changes);
        shelf.asks(() -> watching.view().watched() == null, watching::open);
        watching.listen(this::show);
    }

    Node node() {
        return shelf;
    }

    private Button button(String id, String key, Icons.Sign sign, Runnable action) {
        Button button = Rows.button(id, words.of(key), sign);
        button.setMnemonicParsing(true);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show(Watching.View view) {
        shelf.show(view.activity(), null, view.done());
        part.show(view);
        boolean busy = view.activity().running();
        Watched watched = view.watched();
        look.setDisable(busy || watched == null);
        letter.setDisable(busy || watched == null || watched.address().isEmpty());
        refused(view.refused());
        state.getChildren().setAll(watched == null ? List.of() : state(watched));
        changes.getChildren().setAll(watched == null ? List.of() : rows.of(watched.notes()));
    }

    private void refused(List<Text> reasons) {
        List<Node> all = new ArrayList<>();
        if (!reasons.isEmpty()) {
            String more = reasons.stream().skip(1).map(words::of).reduce("", (a, b) -> a + b);
            all.add(new Notice(Notice.Kind.WARNING, words.of(reasons.getFirst()), more));
        }
        refused.getChildren().setAll(all);
        Blocks.visible(refused, !all.isEmpty());
    }

    private List<Node> state(Watched watched) {
        List<Node> all = new ArrayList<>();
        if (watched.lost() != null) {
            all.add(
                    new Notice(
                            Notice.Kind.WARNING, words.of("watch.lost"), words.of(watched.lost())));
        }
        if (watched.troubles().isEmpty()) {
            all.add(rows.sentence(words.of("watch.fine"), Health.FINE));
        }
        watched.troubles().forEach(one -> all.add(rows.now(one)));
        all.add(Blocks.note(looked(watched) + " " + next(watched)));
        return all;
    }

    private String looked(Watched watched) {
        return watched.whole() == null
                ? words.of("watch.never")
                : words.of("watch.last", words.moment(watched.whole()));
    }

    private String next(Watched watched) {
        return watched.next() == null
                ? words.of("watch.off")
                : words.of("watch.next", words.moment(watched.next()));
    }
}
