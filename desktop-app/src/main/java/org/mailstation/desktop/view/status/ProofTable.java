package org.mailstation.desktop.view.status;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.Mended;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.SignView;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;

/** What was found before a fix beside what was found after it; what stayed the same is counted. */
final class ProofTable extends VBox {
    private static final double SIGN = 18;

    private final Kit kit;

    /**
     * @param pairs the one that the fix was about comes first
     */
    ProofTable(Kit kit, List<Mended.Pair> pairs) {
        this.kit = kit;
        setId("fix-proof");
        getStyleClass().add("findings");
        GridPane table = new GridPane();
        table.getStyleClass().add("proof-table");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            table.getColumnConstraints().add(half);
        }
        table.addRow(0, title("fix.before"), title("fix.after"));
        List<Mended.Pair> told =
                pairs.stream()
                        .filter(one -> one.equals(pairs.getFirst()) || one.changed())
                        .toList();
        for (Mended.Pair pair : told) {
            table.addRow(
                    table.getRowCount(),
                    cell(pair.before(), "fix.not-asked"),
                    cell(pair.after(), "fix.gone"));
        }
        getChildren().add(table);
        int same = pairs.size() - told.size();
        if (same > 0) {
            getChildren().add(Blocks.note(kit.words().of("fix.same", same)));
        }
    }

    private Label title(String key) {
        Label title = new Label(kit.words().of(key));
        title.getStyleClass().add("finding-title");
        return title;
    }

    private Node cell(@Nullable Finding finding, String without) {
        if (finding == null) {
            return Blocks.note(kit.words().of(without));
        }
        Health health = Health.of(List.of(finding));
        Label sentence = Blocks.paragraph(kit.words().of(finding.sentence()));
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox cell =
                new HBox(new SignView(SIGN, health, kit.words().of("health", health)), sentence);
        cell.getStyleClass().add("proof-cell");
        return cell;
    }
}
