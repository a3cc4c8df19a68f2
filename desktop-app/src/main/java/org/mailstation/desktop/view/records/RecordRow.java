package org.mailstation.desktop.view.records;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CopyText;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.SignView;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;
import org.mailstation.records.Comparison;
import org.mailstation.records.Importance;
import org.mailstation.records.Keeper;
import org.mailstation.records.WantedRecord;

/** One record: what it is for, its three parts to copy, and whether it is there. */
final class RecordRow extends HBox {

    private static final double SIGN = 18;

    RecordRow(Kit kit, int index, Comparison one) {
        Words words = kit.words();
        WantedRecord wanted = one.wanted();
        Health health = health(one);
        String state = words.of("record.state", one.state());
        Label title = Blocks.paragraph(words.of("record.title", wanted.type().name(), state));
        title.getStyleClass().add("finding-title");
        VBox column = new VBox(title, Blocks.paragraph(words.of(wanted.why())));
        column.getStyleClass().add("finding-column");
        if (one.state() != Comparison.State.MATCHES) {
            column.getChildren().add(Blocks.note(words.of("record.keeper", wanted.keeper())));
            if (wanted.keeper() != Keeper.STATION) {
                column.getChildren().add(parts(kit, index, wanted));
            }
        }
        if (one.state() == Comparison.State.DIFFERS) {
            column.getChildren()
                    .add(
                            Blocks.note(
                                    words.of(
                                            "record.published",
                                            String.join("  |  ", one.published()))));
        }
        HBox.setHgrow(column, Priority.ALWAYS);
        setId("record-" + index);
        getStyleClass()
                .addAll(
                        "finding",
                        one.state() == Comparison.State.MATCHES ? "passed" : "open",
                        one.state().name().toLowerCase(Locale.ROOT));
        getChildren().setAll(new SignView(SIGN, health, state), column);
    }

    private static GridPane parts(Kit kit, int index, WantedRecord wanted) {
        GridPane facts = Blocks.facts();
        add(facts, kit, "record-name-" + index, "record.name", wanted.name());
        add(facts, kit, "record-value-" + index, "record.value", wanted.value());
        return facts;
    }

    private static void add(GridPane facts, Kit kit, String id, String key, String value) {
        String name = kit.words().of(key);
        CopyText text = new CopyText(id, name, kit);
        text.setText(value);
        GridPane.setHgrow(text, Priority.ALWAYS);
        Blocks.fact(facts, name, text);
    }

    private static Health health(Comparison one) {
        return switch (one.state()) {
            case MATCHES -> Health.FINE;
            case UNTOLD -> Health.UNKNOWN;
            case MISSING, DIFFERS ->
                    one.wanted().importance() == Importance.NEEDED
                            ? Health.BROKEN
                            : Health.ATTENTION;
        };
    }
}
