package org.mailstation.desktop.view.parts;

import javafx.beans.property.StringProperty;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.mailstation.desktop.words.Words;

/** A password field whose content can be shown, for those who want to see what they type. */
public final class PasswordInput extends HBox {

    private final PasswordField hidden = new PasswordField();
    private final TextField shown = new TextField();
    private final ToggleButton reveal = new ToggleButton();
    private final Words words;

    /**
     * @param id of the hidden field; the button beside it is {@code id-reveal}
     */
    public PasswordInput(String id, String name, Words words) {
        this.words = words;
        hidden.setId(id);
        hidden.setAccessibleText(name);
        shown.setId(id + "-shown");
        shown.setAccessibleText(name);
        shown.textProperty().bindBidirectional(hidden.textProperty());
        reveal.setId(id + "-reveal");
        reveal.getStyleClass().add("button-icon");
        reveal.selectedProperty().addListener((_, _, _) -> update());
        StackPane stack = new StackPane(hidden, shown);
        HBox.setHgrow(stack, Priority.ALWAYS);
        getStyleClass().add("input-row");
        getChildren().setAll(stack, reveal);
        update();
    }

    private void update() {
        boolean show = reveal.isSelected();
        boolean hadFocus = hidden.isFocused() || shown.isFocused();
        hidden.setVisible(!show);
        shown.setVisible(show);
        reveal.setGraphic(Icons.of(show ? Icons.Sign.HIDE : Icons.Sign.SHOW));
        String name = words.of(show ? "password.hide" : "password.show");
        reveal.setAccessibleText(name);
        reveal.setTooltip(new Tooltip(name));
        if (hadFocus) {
            (show ? shown : hidden).requestFocus();
        }
    }

    /** Shows the password in clear or hides it. */
    public void reveal(boolean show) {
        reveal.setSelected(show);
    }

    /** The field that a label should name. */
    public PasswordField field() {
        return hidden;
    }

    public StringProperty textProperty() {
        return hidden.textProperty();
    }

    public String text() {
        return hidden.getText();
    }

    /** Forgets what was typed. */
    public void clear() {
        hidden.clear();
        reveal.setSelected(false);
    }
}
