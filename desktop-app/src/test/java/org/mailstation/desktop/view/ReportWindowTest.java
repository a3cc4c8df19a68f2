package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailstation.desktop.fake.Gate;
import org.mailstation.desktop.report.ReportFile;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.testing.Unzipped;

/** Somebody who makes a report for whoever shall help. */
class ReportWindowTest {
    @TempDir Path folder;

    private static Node node(Ui ui, String id) {
        return Ui.onFx(() -> ui.report.scene().lookup("#" + id));
    }

    private static void press(Ui ui, String id) {
        Ui.fx(((Button) node(ui, id))::fire);
        Ui.settle();
    }

    private static String text(Ui ui) {
        StringBuilder all = new StringBuilder();
        Scene scene = ui.report.scene();
        for (Node one : Ui.onFx(() -> scene.getRoot().lookupAll(".label"))) {
            if (one instanceof Label label && Ui.shown(one)) {
                all.append(label.getText()).append('\n');
            }
        }
        return all.toString();
    }

    private static void gathered(Ui ui) {
        Ui.until(() -> !node(ui, "report-save").isDisabled());
        Ui.settle();
    }

    @Test
    void one_click_gathers_everything_and_it_is_saved_only_where_the_person_wants()
            throws Exception {
        try (Ui ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT)) {
            ui.toHome();
            ui.click("report");
            gathered(ui);
            assertThat(text(ui)).contains("Nothing listens on port 25", "one line", "sent nowhere");
            assertThat(((TextArea) node(ui, "report-text")).getText())
                    .contains("anna@home.example");
            assertThat(folder).isEmptyDirectory();
            press(ui, "report-save");
            assertThat(folder).as("the person chose no place").isEmptyDirectory();

            ui.dialogs.folder = folder;
            Ui.fx(() -> ((CheckBox) node(ui, "report-forum")).setSelected(true));
            gathered(ui);
            assertThat(((TextArea) node(ui, "report-text")).getText())
                    .doesNotContain("anna@home.example");
            press(ui, "report-save");
            Ui.until(() -> node(ui, "report-saved") != null);
            Path file = folder.resolve("mail-station-2026-05-07.zip");
            Map<String, byte[]> files = Unzipped.of(Files.readAllBytes(file));
            assertThat(files).containsKeys("report.html", "report.pdf", "logs/station.log");
            press(ui, "report-open");
            Ui.until(() -> !ui.dialogs.opened.isEmpty());
            assertThat(ui.dialogs.opened).containsExactly(file);
            press(ui, "report-copy");
            assertThat(ui.dialogs.copied.getLast()).contains("person1@");
            press(ui, "report-close");
        }
    }

    @Test
    void it_can_be_cancelled_and_a_failure_says_what_to_do() {
        try (Ui ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT)) {
            Gate gate = new Gate();
            ui.gatherer.gate = gate;
            Ui.fx(ui.dialogs::report);
            gate.awaitArrival();
            Ui.until(() -> text(ui).contains("How the station is: is being asked"));
            press(ui, "report-cancel");
            Ui.until(() -> !node(ui, "report-again").isDisabled());
            assertThat(node(ui, "report-save").isDisabled()).isTrue();
            ui.gatherer.gate = null;
            ui.gatherer.failure = new SshFailure.WrongPassword("admin", "nas");
            press(ui, "report-again");
            Ui.until(() -> text(ui).contains("ssh.wrong-password"));
            press(ui, "report-close");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("org.mailstation.desktop.view.GalleryTest#looks")
    void every_state_can_be_drawn_and_every_control_has_a_name(
            String language, ColorScheme scheme) {
        String suffix = "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT);
        try (Ui ui = new Ui(Locale.of(language), scheme)) {
            Gate gate = new Gate();
            ui.gatherer.gate = gate;
            Ui.fx(ui.dialogs::report);
            gate.awaitArrival();
            Ui.until(() -> ui.report.scene().lookup("#report-progress") != null);
            shoot(ui, "25-report-gathering" + suffix);
            gate.open();
            gathered(ui);
            shoot(ui, "25-report" + suffix);
            Ui.fx(
                    () -> {
                        TitledPane all = (TitledPane) node(ui, "report-all");
                        all.setAnimated(false);
                        all.setExpanded(true);
                    });
            ui.dialogs.folder = folder;
            @SuppressWarnings("unchecked") // the pane's own
            ComboBox<ReportFile> form = (ComboBox<ReportFile>) node(ui, "report-form");
            Ui.fx(() -> form.setValue(ReportFile.HTML));
            press(ui, "report-save");
            Ui.until(() -> node(ui, "report-saved") != null);
            shoot(ui, "25-report-saved" + suffix);
            press(ui, "report-close");
        }
    }

    private static void shoot(Ui ui, String name) {
        ui.shoot(name, ui.report.scene());
        assertThat(text(ui)).doesNotContain("null", "{0}");
        assertThat(Ui.onFx(() -> Nameless.in(ui.report.scene()))).isEmpty();
    }
}
