package org.mailstation.desktop.view.status;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.mailstation.config.Port;
import org.mailstation.control.ListenerStatus;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.SignView;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;

/** The daemon's listeners: what each is for, its port, who may come in, and whether it listens. */
final class ListenerTable extends GridPane {

    private static final double SIGN = 16;

    private final Words words;
    private List<ListenerStatus> shown = List.of();

    ListenerTable(Words words) {
        this.words = words;
        setId("listeners");
        setAccessibleText(words.of("status.listeners"));
        getStyleClass().add("ports-table");
        ColumnConstraints state = new ColumnConstraints();
        state.setHgrow(Priority.ALWAYS);
        getColumnConstraints()
                .setAll(
                        new ColumnConstraints(),
                        new ColumnConstraints(),
                        new ColumnConstraints(),
                        state);
    }

    void show(List<ListenerStatus> listeners) {
        if (shown.equals(listeners)) {
            return;
        }
        shown = listeners;
        getChildren().clear();
        int row = 0;
        addRow(
                row++,
                Blocks.heading(words.of("listener.service")),
                Blocks.heading(words.of("listener.port")),
                Blocks.heading(words.of("listener.open")),
                Blocks.heading(words.of("listener.state")));
        for (ListenerStatus one : listeners) {
            addRow(
                    row++,
                    Blocks.paragraph(words.of(Text.of("service." + one.service().key()))),
                    Blocks.whole(new Label(one.bound() == 0 ? "–" : Integer.toString(one.bound()))),
                    Blocks.paragraph(words.of("open", one.open())),
                    state(one));
        }
    }

    private Label state(ListenerStatus listener) {
        boolean off = listener.open() == Port.Open.OFF;
        Label label =
                Blocks.paragraph(
                        off
                                ? words.of("listener.off")
                                : listener.bound() != 0
                                        ? words.of("listener.listens")
                                        : words.of("listener.fails", listener.error()));
        if (!off) {
            // a listener that is switched off is as it should be
            Health health = listener.bound() != 0 ? Health.FINE : Health.BROKEN;
            label.setGraphic(new SignView(SIGN, health, words.of("health", health)));
        }
        return label;
    }
}
