package org.mailstation.desktop.view.parts;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A labelled input with room below it for a hint, or for what is wrong with what was typed. */
public final class Field extends VBox {

    /**
     * On the input, for the style sheet. ControlsFX's decorations would do the same, but put the
     * whole window under another root for it, whereby labels lose their access keys.
     */
    private static final String WRONG = "wrong";

    private final Control input;
    private final Label label;
    private final Label below = new Label();
    private String hint;

    /**
     * @param text the label, with {@code _} before its access key
     * @param input the control that the label names
     * @param row what is shown under the label: the control itself or a row that contains it
     * @param hint what to type; empty for none
     */
    public Field(String text, Control input, Node row, String hint) {
        this.input = input;
        this.hint = hint;
        label = new Label(text);
        label.setMnemonicParsing(true);
        label.setLabelFor(input);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("field-label");
        below.getStyleClass().add("field-below");
        below.setWrapText(true);
        below.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("field");
        getChildren().setAll(label, row, below);
        clear();
    }

    public Field(String text, Control input, String hint) {
        this(text, input, input, hint);
    }

    /** Another label, for an input that is asked different things. */
    public void name(String text) {
        label.setText(text);
    }

    /** Another hint; shown when there is no problem. */
    public void hint(String text) {
        hint = text;
    }

    /** Shows what is wrong, or the hint again if nothing is. */
    public void problems(List<String> problems) {
        if (problems.isEmpty()) {
            clear();
            return;
        }
        String words = String.join("\n", problems);
        input.getStyleClass().remove(WRONG);
        input.getStyleClass().add(WRONG);
        input.setAccessibleHelp(words);
        below.setText(words);
        below.setGraphic(Icons.of(Icons.Sign.WRONG));
        below.getStyleClass().remove("is-problem");
        below.getStyleClass().add("is-problem");
        showBelow(true);
    }

    private void clear() {
        input.getStyleClass().remove(WRONG);
        input.setAccessibleHelp(hint.isEmpty() ? null : hint);
        below.setText(hint);
        below.setGraphic(null);
        below.getStyleClass().remove("is-problem");
        showBelow(!hint.isEmpty());
    }

    private void showBelow(boolean show) {
        below.setVisible(show);
        below.setManaged(show);
    }

    /** What stands below the input at the moment. */
    public String below() {
        return below.isVisible() ? below.getText() : "";
    }
}
