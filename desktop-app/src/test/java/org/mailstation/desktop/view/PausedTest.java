package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.application.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailstation.desktop.flow.Step;

/** Somebody who has paused the watch in the tray, and comes back to the window later. */
class PausedTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("org.mailstation.desktop.view.GalleryTest#looks")
    void the_window_says_that_nobody_watches_until_one_ends_it(
            String language, ColorScheme scheme) {
        try (Ui ui = new Ui(Locale.of(language), scheme)) {
            ui.toHome();
            assertThat(Ui.shown(ui.node("paused"))).isFalse();
            Ui.fx(ui.stations::pause);
            Ui.until(() -> Ui.shown(ui.scene.lookup("#paused")));
            ui.shoot("20-paused-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT));
            Ui.fx(() -> ui.flow.goTo(Step.PROGRAMS));
            ui.on(Step.PROGRAMS);
            assertThat(Ui.shown(ui.node("paused"))).isTrue();
            Ui.fx(ui.flow::home);
            assertThat(Ui.onFx(ui.stations::watching)).isFalse();

            ui.click("go-on");
            Ui.until(() -> !Ui.shown(ui.scene.lookup("#paused")));
            assertThat(Ui.onFx(ui.stations::watching)).isTrue();
        }
    }

    @Test
    void whoever_has_it_check_now_has_ended_the_pause() {
        try (Ui ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT)) {
            ui.toHome();
            Ui.fx(ui.stations::pause);
            Ui.fx(ui.stations::checkNow);
            Ui.until(() -> ui.care.checkup().view().report() != null);
            assertThat(Ui.shown(ui.node("paused"))).isFalse();
            assertThat(Ui.onFx(ui.stations::watching)).isTrue();
        }
    }
}
