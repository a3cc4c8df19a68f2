package org.mailstation.desktop.view.parts;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Text to be compared or pasted elsewhere: it can be marked, read letter by letter, and copied. */
public final class CopyText extends HBox {

    private final TextField text = new TextField();

    /**
     * @param id of the text; the button is {@code id-copy}
     * @param name what the text is
     */
    public CopyText(String id, String name, Kit kit) {
        text.setId(id);
        text.setEditable(false);
        text.setAccessibleText(name);
        text.getStyleClass().add("code");
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = new Button("", Icons.of(Icons.Sign.COPY));
        copy.setId(id + "-copy");
        copy.getStyleClass().add("button-icon");
        copy.setAccessibleText(kit.words().of("copy.what", name));
        copy.setTooltip(new Tooltip(kit.words().of("copy")));
        copy.setOnAction(_ -> kit.dialogs().copy(text.getText()));
        getStyleClass().add("input-row");
        getChildren().setAll(text, copy);
    }

    public void setText(String content) {
        text.setText(content);
    }

    public TextField text() {
        return text;
    }
}
