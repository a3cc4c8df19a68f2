package org.mailstation.desktop.view.parts;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.mailstation.desktop.draft.Passwords;
import org.mailstation.desktop.words.Words;

/** How hard a password is to guess, as a bar and in words. */
public final class StrengthBar extends HBox {

    private final ProgressBar bar = new ProgressBar(0);
    private final Label label = new Label();
    private final Words words;

    public StrengthBar(Words words) {
        this.words = words;
        bar.setFocusTraversable(false);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        label.getStyleClass().add("note");
        label.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("strength");
        getChildren().setAll(bar, label);
    }

    /**
     * @param known words on the same form, which a guesser would try first
     */
    public void show(String password, String... known) {
        Passwords.Strength strength = Passwords.strength(password, known);
        Blocks.visible(this, strength != Passwords.Strength.NONE);
        bar.setProgress(
                switch (strength) {
                    case NONE -> 0;
                    case WEAK -> 0.25;
                    case FAIR -> 0.6;
                    case STRONG -> 1;
                });
        label.setText(words.of("strength", strength));
        bar.setAccessibleText(label.getText());
        getStyleClass().setAll("strength", strength.name().toLowerCase(Locale.ROOT));
    }
}
