package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.check.Visit;
import org.mailstation.desktop.fake.Told;
import org.mailstation.desktop.report.Outsider;

/** Whom a report is about. */
class ReportDeskTest {
    private final AtomicReference<@Nullable Visit> asked = new AtomicReference<>();

    private ReportDesk desk(Ui ui) {
        return Ui.onFx(
                () ->
                        new ReportDesk(
                                ui.stage,
                                ui.words,
                                new ReportDesk.Means(
                                        (visit, _, _) -> {
                                            asked.set(visit);
                                            return Told.usual();
                                        },
                                        ui.nas,
                                        ui.nas,
                                        ui.stations,
                                        InstantSource.fixed(Instant.EPOCH),
                                        new FxBackground()),
                                ui.dialogs));
    }

    private static boolean shows(Ui ui, String id, boolean enabled) {
        for (Window window : Window.getWindows()) {
            Node node = window == ui.stage ? null : window.getScene().lookup("#" + id);
            if (node != null && node.isDisabled() != enabled) {
                return true;
            }
        }
        return false;
    }

    @Test
    void a_station_that_somebody_signed_in_to_is_visited_as_he() {
        try (Ui ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT)) {
            ui.toHome();
            ReportDesk desk = desk(ui);
            Ui.fx(desk::open);
            Ui.until(() -> shows(ui, "report-save", true));
            assertThat(asked.get()).isNotInstanceOf(Outsider.class);
            assertThat(Objects.requireNonNull(asked.get()).target().user()).isEqualTo("admin");
            Ui.fx(desk::close);
        }
    }

    @Test
    void one_that_nobody_knows_is_not_looked_for() {
        try (Ui ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT)) {
            ReportDesk desk = desk(ui);
            Ui.fx(desk::open);
            Ui.until(() -> shows(ui, "report-again", true));
            assertThat(asked.get()).isNull();
            Ui.fx(desk::close);
        }
    }
}
