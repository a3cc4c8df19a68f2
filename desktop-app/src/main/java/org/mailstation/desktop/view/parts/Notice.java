package org.mailstation.desktop.view.parts;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A framed message inside a page: a headline, what it means, and what can be done. */
public final class Notice extends HBox {

    /** How serious it is. */
    public enum Kind {
        INFORMATION(Icons.Sign.INFORMATION),
        SUCCESS(Icons.Sign.DONE),
        WARNING(Icons.Sign.WARNING),
        DANGER(Icons.Sign.WRONG);

        private final Icons.Sign sign;

        Kind(Icons.Sign sign) {
            this.sign = sign;
        }
    }

    /**
     * @param more further lines or buttons below the text
     */
    public Notice(Kind kind, String headline, String text, Node... more) {
        Label title = new Label(headline);
        title.getStyleClass().add("notice-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        VBox column = new VBox(title);
        column.getStyleClass().add("notice-column");
        if (!text.isEmpty()) {
            Label body = new Label(text);
            body.setWrapText(true);
            body.setMinHeight(Region.USE_PREF_SIZE);
            column.getChildren().add(body);
        }
        column.getChildren().addAll(more);
        HBox.setHgrow(column, Priority.ALWAYS);
        getStyleClass().addAll("notice", kind.name().toLowerCase(Locale.ROOT));
        getChildren().setAll(Icons.of(kind.sign), column);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(text.isEmpty() ? headline : headline + " " + text);
    }
}
