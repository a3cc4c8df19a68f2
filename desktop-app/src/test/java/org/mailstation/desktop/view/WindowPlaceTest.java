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
        Ui.fx(() -> place.keep(window(30, 40, 1000, 700)));
        Stage next = Ui.onFx(Stage::new);
        Ui.fx(() -> place.restore(next));
        assertThat(List.of(next.getX(), next.getY(), next.getWidth(), next.getHeight()))
                .containsExactly(30.0, 40.0, 1000.0, 700.0);
    }

    @Test
    void a_maximized_window_keeps_the_place_before() {
        WindowPlace place = new WindowPlace(folder.resolve("window.properties"));
        Ui.fx(() -> place.keep(window(30, 40, 1000, 700)));
        Ui.fx(
                () -> {
                    Stage large = window(0, 0, 1900, 1000);
                    large.setMaximized(true);
                    place.keep(large);
                });
        Stage next = Ui.onFx(Stage::new);
        Ui.fx(() -> place.restore(next));
        assertThat(next.getWidth()).isEqualTo(1000);
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
        return WindowPlace.seen(new Rectangle2D(x, y, 1000, 700), SCREENS);
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
