package org.mailstation.desktop.view.status;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.mailstation.config.Port;
import org.mailstation.control.ListenerStatus;
import org.mailstation.desktop.view.parts.SignView;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;

/** The daemon's listeners: what each is for, its port, who may come in, and whether it listens. */
final class ListenerTable extends TableView<ListenerStatus> {

    private static final double ROW = 34;
    private static final double HEADER = 44;
    private static final double SIGN = 16;

    private final Words words;

    ListenerTable(Words words) {
        this.words = words;
        setId("listeners");
        setAccessibleText(words.of("status.listeners"));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        setFixedCellSize(ROW);
        setSelectionModel(null);
        TableColumn<ListenerStatus, Health> state = new TableColumn<>(words.of("listener.state"));
        state.setCellValueFactory(row -> new SimpleObjectProperty<>(health(row.getValue())));
        state.setCellFactory(_ -> new StateCell());
        state.setPrefWidth(130);
        state.setMinWidth(130);
        getColumns()
                .add(
                        column(
                                "listener.service",
                                250,
                                row -> words.of(Text.of("service." + row.service().key()))));
        getColumns()
                .add(
                        column(
                                "listener.port",
                                70,
                                row -> row.bound() == 0 ? "–" : Integer.toString(row.bound())));
        getColumns().add(column("listener.open", 140, row -> words.of("open", row.open())));
        getColumns().add(state);
        getColumns().forEach(column -> column.setSortable(false));
        getColumns().forEach(column -> column.setReorderable(false));
    }

    private TableColumn<ListenerStatus, String> column(
            String name, double width, Function<ListenerStatus, String> text) {
        TableColumn<ListenerStatus, String> column = new TableColumn<>(words.of(name));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(width);
        return column;
    }

    void show(List<ListenerStatus> listeners) {
        if (!getItems().equals(listeners)) {
            getItems().setAll(listeners);
            double height = HEADER + ROW * listeners.size() + 2;
            setMinHeight(height);
            setPrefHeight(height);
        }
    }

    /** A listener that is switched off is as it should be. */
    private static Health health(ListenerStatus listener) {
        return listener.open() == Port.Open.OFF || listener.bound() != 0
                ? Health.FINE
                : Health.BROKEN;
    }

    private final class StateCell extends TableCell<ListenerStatus, Health> {
        @Override
        protected void updateItem(Health health, boolean empty) {
            super.updateItem(health, empty);
            ListenerStatus listener = empty ? null : getTableRow().getItem();
            if (listener == null) {
                setGraphic(null);
                setText(null);
                return;
            }
            String text =
                    listener.open() == Port.Open.OFF
                            ? words.of("listener.off")
                            : listener.bound() != 0
                                    ? words.of("listener.listens")
                                    : words.of("listener.fails", listener.error());
            Label label = new Label(text);
            if (listener.open() != Port.Open.OFF) {
                label.setGraphic(new SignView(SIGN, health, words.of("health", health)));
            }
            setGraphic(label);
        }
    }
}
