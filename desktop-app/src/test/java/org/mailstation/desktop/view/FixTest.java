package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.control.ForwardsRequest.Wanted;
import org.mailstation.desktop.fake.Found;
import org.mailstation.desktop.fake.Gate;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;

/** Somebody who lets the program mend what it can. */
class FixTest {

    private Ui ui;

    @BeforeEach
    void openWindow() {
        ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT);
        ui.toHome();
    }

    @AfterEach
    void closeWindow() {
        ui.close();
    }

    private void press(String id) {
        Ui.fx(() -> ((Button) ui.scene.lookup("#" + id)).fire());
    }

    private void prepare(Finding... findings) {
        ui.checks.findings = Found.healthyBut(findings);
        Ui.fx(ui.care.checkup()::look);
        Ui.until(() -> ui.scene.lookup("#cause-0-fix") != null);
        Ui.until(() -> !ui.scene.lookup("#cause-0-fix").isDisabled());
        press("cause-0-fix");
        Ui.until(() -> ui.scene.lookup("#fix-go") != null);
    }

    @Test
    void how_far_it_is_is_shown_and_what_was_ended_is_not_called_mended() {
        prepare(Found.withdrawn("smtp", 25));
        Gate gate = new Gate();
        ui.checks.gate = gate;
        press("fix-go");
        gate.awaitArrival();
        Ui.until(() -> ui.scene.lookup("#fix-cancel") != null && ui.text().contains("40"));
        ui.shoot("12-status-mending-en-light");
        ui.checks.gate = null;
        press("fix-cancel");
        Ui.until(() -> ui.scene.lookup("#fix-stopped") != null);
        assertThat(ui.scene.lookup("#fix-outcome")).isNull();
        assertThat(ui.scene.lookup("#cause-0")).isNotNull();
        ui.shoot("12-status-stopped-en-light");
    }

    @Test
    void what_makes_something_worse_is_taken_back_and_said_in_german_too() {
        ui.close();
        ui = new Ui(Locale.GERMAN, ColorScheme.DARK);
        ui.toHome();
        Finding open = Found.openRelay();
        prepare(open);
        ui.shoot("12-status-setting-de-dark");
        ui.checks.findings = Found.healthyBut(open, Found.down("submission", 587));
        press("fix-go");
        Ui.until(() -> ui.scene.lookup("#fix-outcome") != null);
        assertThat(ui.text())
                .contains("Zurückgenommen", "Was schlechter wurde", "Vorher", "Nachher");
        ui.shoot("12-status-taken-back-de-dark");
    }

    @Test
    void it_says_what_it_will_do_does_it_and_shows_the_proof() {
        ui.checks.findings = List.of(Found.withdrawn("smtp", 25));
        Ui.fx(ui.care.checkup()::look);
        Ui.until(() -> ui.scene.lookup("#cause-0-fix") != null);
        Ui.until(() -> !ui.scene.lookup("#cause-0-fix").isDisabled());
        press("cause-0-fix");
        Ui.until(() -> ui.scene.lookup("#fix-go") != null);
        assertThat(ui.text()).contains("asks it again to lead the ports to the Disk Station");
        assertThat(ui.text())
                .contains("the ports that the router was asked for now are given back");
        assertThat(ui.nas.station.forwardsWanted).isEmpty();

        ui.checks.findings = List.of(Found.pass("forwarding.smtp", Hop.ROUTER));
        press("fix-go");
        Ui.until(() -> ui.scene.lookup("#fix-outcome") != null);
        assertThat(ui.nas.station.forwardsWanted).containsExactly(Wanted.TELL, Wanted.ASK_AGAIN);
        assertThat(ui.text()).contains("Mended", "Before", "After");
        Ui.until(() -> ui.scene.lookup("#cause-0") == null);

        press("fix-leave");
        Ui.until(() -> ui.scene.lookup("#fix-outcome") == null);
    }
}
