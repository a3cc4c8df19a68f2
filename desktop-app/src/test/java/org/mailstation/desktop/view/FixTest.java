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
