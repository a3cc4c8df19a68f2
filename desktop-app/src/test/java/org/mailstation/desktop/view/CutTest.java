package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** Whether it is seen when something is cut off. */
class CutTest {

    private static List<String> cut(Supplier<Parent> content) {
        try (Ui ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT)) {
            Stage stage =
                    Ui.onFx(
                            () -> {
                                Stage fresh = new Stage();
                                fresh.initOwner(ui.stage);
                                fresh.setScene(new Scene(content.get(), 300, 200));
                                fresh.show();
                                return fresh;
                            });
            Ui.until(() -> stage.getScene().getWidth() == 300);
            Ui.settle();
            List<String> found = Ui.onFx(() -> Cut.in(stage.getScene()));
            Ui.fx(stage::close);
            return found;
        }
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setMinWidth(0);
        return label;
    }

    private static Region high() {
        Region high = new Region();
        high.setMinHeight(400);
        return high;
    }

    @Test
    void what_fits_is_well() {
        assertThat(cut(() -> new VBox(new Label("short"), new Button("press")))).isEmpty();
    }

    @Test
    void words_that_end_in_dots_are_seen_unless_a_tip_says_them() {
        List<String> found =
                cut(
                        () -> {
                            Label told = label("a sentence that is much too long for this window");
                            told.setTooltip(new Tooltip(told.getText()));
                            return new VBox(
                                    told,
                                    label("another one that is much too long for this window"));
                        });
        assertThat(found).singleElement().asString().startsWith("dots: ").contains("another");
    }

    @Test
    void a_control_outside_is_seen_and_one_that_a_scroll_bar_leads_to_is_well() {
        assertThat(cut(() -> new VBox(high(), new Button("far below"))))
                .anyMatch(one -> one.startsWith("outside: "));
        assertThat(cut(() -> new ScrollPane(new VBox(high(), new Button("far below"))))).isEmpty();
    }

    @Test
    void what_must_be_scrolled_sideways_is_seen() {
        List<String> found =
                cut(
                        () -> {
                            Button wide = new Button("wide");
                            wide.setMinWidth(500);
                            return new ScrollPane(new VBox(wide));
                        });
        assertThat(found).anyMatch(one -> one.startsWith("sideways: "));
    }

    @Test
    void a_part_that_reaches_out_of_its_place_is_seen() {
        List<String> found =
                cut(
                        () -> {
                            Label wide = new Label("x");
                            wide.setMinWidth(200);
                            HBox narrow = new HBox(wide);
                            narrow.setMaxWidth(100);
                            narrow.setMinWidth(100);
                            return new Pane(narrow);
                        });
        assertThat(found).anyMatch(one -> one.startsWith("over: "));
    }

    @Test
    void a_window_in_the_window_that_is_too_low_is_seen() {
        List<String> found =
                cut(
                        () -> {
                            ScrollPane low = new ScrollPane(new VBox(high()));
                            low.setMaxHeight(30);
                            return new VBox(low);
                        });
        assertThat(found).anyMatch(one -> one.startsWith("low: "));
    }
}
