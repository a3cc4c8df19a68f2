package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.view.theme.Theme;

class ThemeTest {

    @Test
    void an_open_window_follows_from_light_to_dark_and_back() {
        try (Ui ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT)) {
            assertThat(background(ui).getBrightness()).isGreaterThan(0.9);
            Ui.fx(() -> Theme.use(ColorScheme.DARK));
            assertThat(background(ui).getBrightness()).isLessThan(0.2);
            Ui.fx(() -> Theme.use(ColorScheme.LIGHT));
            assertThat(background(ui).getBrightness()).isGreaterThan(0.9);
        }
    }

    /** A point in the empty part of the first page. */
    private static Color background(Ui ui) {
        Ui.settle();
        WritableImage picture = Ui.onFx(() -> ui.scene.snapshot(null));
        return picture.getPixelReader().getColor(600, 560);
    }
}
