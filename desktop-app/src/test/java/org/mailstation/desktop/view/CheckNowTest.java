package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.fake.Found;
import org.mailstation.desktop.fake.Gate;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.finding.Hop;

/** Somebody who wants to know what is wrong. */
class CheckNowTest {

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

    private String sentence() {
        return Ui.onFx(() -> ((Labeled) ui.scene.lookup("#sentence")).getText());
    }

    private void rest() {
        Ui.until(() -> !ui.care.checkup().view().activity().running());
        Ui.settle();
    }

    @Test
    void the_culprit_is_said_first_with_evidence_and_steps_and_what_follows_is_folded() {
        ui.checks.findings =
                List.of(
                        Found.down("smtp", 25),
                        Found.closed(),
                        Found.unknown("outbound", Hop.ISP),
                        Found.pass("dns.mx", Hop.DNS));
        press("check-now");
        Ui.until(() -> ui.scene.lookup("#cause-0") != null);
        rest();
        assertThat(sentence()).startsWith("Letters from other servers (SMTP): not open at port 25");
        assertThat(ui.text())
                .contains("listener 25 → closed", "look which program uses port 25")
                .contains("What could not be told");
        TitledPane follows = (TitledPane) ui.node("cause-0-follows");
        assertThat(follows.getText()).contains("One thing follows from it");
        assertThat(follows.isExpanded()).isFalse();
        assertThat(((TitledPane) ui.node("passed")).getText()).contains("1");
    }

    @Test
    void a_look_shows_how_far_it_is_and_can_be_cancelled() {
        Gate gate = new Gate();
        ui.checks.gate = gate;
        press("check-now");
        gate.awaitArrival();
        Ui.until(() -> ui.text().contains("40 %"));
        assertThat(ui.node("check-now").isDisabled()).isTrue();
        press("check-cancel");
        Ui.until(() -> !ui.node("check-now").isDisabled());
        assertThat(ui.care.checkup().view().report()).isNull();
        assertThat(ui.scene.lookup("#check-progress")).isNull();
    }

    @Test
    void one_finding_is_looked_at_again_and_only_that() {
        ui.checks.findings = List.of(Found.closed(), Found.pass("dns.mx", Hop.DNS));
        press("check-now");
        Ui.until(() -> ui.scene.lookup("#cause-0-again") != null);
        rest();
        ui.checks.findings = List.of(Found.pass("reach:smtp", Hop.ROUTER));
        press("cause-0-again");
        Ui.until(() -> ui.scene.lookup("#cause-0") == null);
        rest();
        assertThat(ui.checks.asked.getLast().only()).containsExactly("reach:smtp");
        assertThat(sentence()).isEqualTo("Everything that was looked at is fine.");
        assertThat(((TitledPane) ui.node("passed")).getText()).contains("2");
    }

    @Test
    void a_look_that_does_not_succeed_says_why() {
        ui.checks.failure = new SshFailure.WrongPassword("admin", "nas");
        press("check-now");
        Ui.until(() -> ui.text().contains("ssh.wrong-password"));
        assertThat(ui.node("check-now").isDisabled()).isFalse();
    }
}
