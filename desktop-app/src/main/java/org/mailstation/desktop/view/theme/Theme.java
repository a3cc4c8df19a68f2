package org.mailstation.desktop.view.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/** Applies the theme. All methods belong on the JavaFX thread. */
public final class Theme {

    private static final String SHEET = "mail-station.css";

    private Theme() {}

    /** Follows the computer's choice of light or dark, now and whenever it changes. */
    public static void followSystem() {
        follow(Platform.getPreferences().colorSchemeProperty());
    }

    static void follow(ObservableValue<ColorScheme> scheme) {
        use(scheme.getValue());
        scheme.addListener((_, _, now) -> use(now));
    }

    /** Switches all windows. */
    public static void use(ColorScheme scheme) {
        Application.setUserAgentStylesheet(
                switch (scheme) {
                    case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                    case DARK -> new PrimerDark().getUserAgentStylesheet();
                });
    }

    /** Adds the product's own style sheet. */
    public static void dress(Scene scene) {
        String sheet =
                Objects.requireNonNull(Theme.class.getResource(SHEET), SHEET).toExternalForm();
        if (!scene.getStylesheets().contains(sheet)) {
            scene.getStylesheets().add(sheet);
        }
    }
}
