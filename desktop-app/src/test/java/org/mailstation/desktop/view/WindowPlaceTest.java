package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

class WindowPlaceTest {
    private static final List<Rectangle2D> SCREENS =
            List.of(new Rectangle2D(0, 0, 1920, 1040), new Rectangle2D(1920, 0, 1280, 1024));

    @TempDir Path folder;

    @BeforeAll
    static void startJavaFx() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void a_window_opens_where_and_as_large_as_it_was() {
        WindowPlace place = new WindowPlace(folder.resolve("cache/window.properties"));
        Ui.fx(() -> place.keep(window(30, 40, 900, 700)));
        Stage next = Ui.onFx(Stage::new);
        Ui.fx(() -> place.restore(next));
        assertThat(List.of(next.getX(), next.getY(), next.getWidth(), next.getHeight()))
                .containsExactly(30.0, 40.0, 900.0, 700.0);
    }

    private static void keepMaximized(WindowPlace place) {
        Ui.fx(
                () -> {
                    Stage large = window(0, 0, 1900, 1000);
                    large.setMaximized(true);
                    place.keep(large);
                });
    }

    @Test
    void a_maximized_window_keeps_the_place_before() {
        WindowPlace place = new WindowPlace(folder.resolve("window.properties"));
        Ui.fx(() -> place.keep(window(30, 40, 900, 700)));
        keepMaximized(place);
        Stage next = Ui.onFx(Stage::new);
        Ui.fx(() -> place.restore(next));
        assertThat(next.getWidth()).isEqualTo(900);
        assertThat(next.isMaximized()).isTrue();
    }

    @Test
    void one_that_was_maximized_from_the_first_time_on_is_maximized_again() {
        WindowPlace place = new WindowPlace(folder.resolve("window.properties"));
        keepMaximized(place);
        Stage next = Ui.onFx(Stage::new);
        Ui.fx(() -> place.restore(next));
        assertThat(next.isMaximized()).isTrue();
        assertThat(next.getX()).isNaN();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x=1\ny=2\n", "x=NaN\ny=0\nwidth=9\nheight=9\n", "x=\\u00zz"})
    void a_damaged_file_is_as_good_as_none(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("window.properties"), text);
        Stage stage = Ui.onFx(Stage::new);
        Ui.fx(() -> new WindowPlace(file).restore(stage));
        assertThat(stage.getX()).isNaN();
    }

    @Test
    void a_window_must_be_seen_and_caught() {
        assertThat(seen(100, 100)).isTrue();
        assertThat(seen(2000, 0)).isTrue();
        assertThat(seen(-800, 10)).isTrue();
        assertThat(seen(-950, 10)).isFalse();
        assertThat(seen(3150, 10)).isFalse();
        assertThat(seen(100, -5)).isFalse();
        assertThat(seen(100, 1000)).isFalse();
    }

    private static boolean seen(double x, double y) {
        return WindowPlace.fit(new Rectangle2D(x, y, 1000, 700), SCREENS).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "of a large screen that is gone, 0, 0, 2400, 1300, 0, 0, 1366, 728",
        "far below on a screen that was higher, 100, 500, 1000, 700, 100, 28, 1000, 700",
        "half beside the screen, 900, 10, 1000, 700, 366, 10, 1000, 700",
        "as it was, 30, 20, 1000, 700, 30, 20, 1000, 700"
    })
    void a_window_is_whole_on_the_screen_of_today(
            String was,
            double x,
            double y,
            double width,
            double height,
            double nowX,
            double nowY,
            double nowWidth,
            double nowHeight) {
        List<Rectangle2D> laptop = List.of(new Rectangle2D(0, 0, 1366, 728));
        assertThat(WindowPlace.fit(new Rectangle2D(x, y, width, height), laptop))
                .as(was)
                .contains(new Rectangle2D(nowX, nowY, nowWidth, nowHeight));
    }

    @Test
    void a_window_across_two_screens_stays_so() {
        Rectangle2D across = new Rectangle2D(1000, 50, 1800, 900);
        assertThat(WindowPlace.fit(across, SCREENS)).contains(across);
    }

    private static Stage window(double x, double y, double width, double height) {
        Stage stage = new Stage();
        stage.setX(x);
        stage.setY(y);
        stage.setWidth(width);
        stage.setHeight(height);
        return stage;
    }
}
