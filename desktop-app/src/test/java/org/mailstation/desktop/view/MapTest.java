package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.fake.Found;
import org.mailstation.desktop.fake.Gate;

/** Somebody who looks at the map. */
class MapTest {

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

    private void check() {
        Ui.fx(ui.care.checkup()::look);
        Ui.until(
                () ->
                        ui.care.checkup().view().report() != null
                                && !ui.care.checkup().view().activity().running());
        Ui.settle();
    }

    private String spoken(String id) {
        return Ui.onFx(() -> ui.scene.lookup("#" + id).getAccessibleText());
    }

    @Test
    void every_place_and_port_says_how_it_is_by_word_shape_and_colour() {
        ui.checks.findings = Found.healthyBut(Found.down("smtp", 25), Found.closed());
        check();
        assertThat(spoken("spot-daemon")).isEqualTo("Mail service: broken");
        assertThat(ui.node("spot-daemon").getStyleClass()).contains("broken");
        assertThat(spoken("spot-router")).isEqualTo("Router: not known");
        assertThat(spoken("spot-dns")).isEqualTo("DNS: fine");
        assertThat(spoken("spot-ddns")).isEqualTo("DDNS: not used");
        assertThat(spoken("inner-smtp"))
                .isEqualTo(
                        "Port 25 at the Disk Station, Letters from other servers (SMTP): broken");
        assertThat(spoken("outer-imaps")).endsWith("fine");
    }

    @Test
    void the_keyboard_opens_a_place_and_what_is_known_of_it_alone_is_shown() {
        ui.checks.findings = Found.healthyBut(Found.down("smtp", 25), Found.closed());
        check();
        Ui.fx(ui.node("spot-daemon")::requestFocus);
        ui.robot.push(KeyCode.SPACE);
        Ui.until(() -> ui.scene.lookup("#focus") != null);
        assertThat(ui.text()).contains("not open at port 25");
        assertThat(ui.scene.lookup("#cause-0")).isNull();
        Ui.fx(((Button) ui.node("focus-back"))::fire);
        Ui.until(() -> ui.scene.lookup("#cause-0") != null);
        assertThat(ui.scene.lookup("#focus")).isNull();
    }

    @Test
    void a_port_opens_what_is_known_of_it() {
        ui.checks.findings = Found.healthyBut(Found.down("smtp", 25));
        check();
        Ui.fx(((Button) ui.node("inner-smtp"))::fire);
        Ui.until(() -> ui.text().contains("Port 25 at the Disk Station"));
        assertThat(ui.scene.lookup("#focus-0")).isNotNull();
    }

    @Test
    void the_map_is_alive_only_while_somebody_looks() {
        Node letter = ui.all(".map-letter").iterator().next();
        assertThat(letter.isVisible()).isFalse();
        Gate gate = new Gate();
        ui.checks.gate = gate;
        Ui.fx(ui.care.checkup()::look);
        gate.awaitArrival();
        Ui.until(letter::isVisible);
        Ui.until(() -> letter.getTranslateX() > 0);
        gate.open();
        Ui.until(() -> !letter.isVisible());
    }
}
