package org.mailstation.desktop.view.status;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.view.parts.Icons;

/** Rows of what a station has, each with what can be done about it at its end. */
final class Rows {

    private Rows() {}

    static Button button(String id, String name, Icons.Sign sign) {
        Button button = new Button(name, Icons.of(sign));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    static HBox row(Node title, Node more, Node... end) {
        VBox column = new VBox(title, more);
        column.getStyleClass().add("finding-column");
        HBox.setHgrow(column, Priority.ALWAYS);
        HBox row = new HBox(column);
        row.getChildren().addAll(end);
        row.getStyleClass().add("desk-row");
        return row;
    }
}
