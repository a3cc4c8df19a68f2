package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.fake.Letters;
import org.mailstation.desktop.remote.StationFailure;

/** Somebody who looks after a station that runs. */
class HomeTabsTest {

    private Ui ui;

    @BeforeEach
    void openWindow() {
        ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT);
        ui.toHome();
        Letters.onto(ui.nas.station.desk);
    }

    @AfterEach
    void closeWindow() {
        ui.close();
    }

    @Test
    void a_letter_is_found_by_keyboard_and_its_way_can_be_read() {
        ui.tab("mail");
        Ui.until(() -> ui.scene.lookup("#letter-3") != null);
        Ui.fx(() -> ui.node("letters-subject").requestFocus());
        ui.type("Invoice");
        ui.robot.type(KeyCode.ENTER);
        Ui.until(
                () -> ui.scene.lookup("#letter-1") == null && ui.scene.lookup("#letter-0") != null);
        ui.unfold("letter-0");
        Ui.settle();
        assertThat(ui.text())
                .contains(
                        "Invoice 17",
                        "office@big-provider.example",
                        "451 4.7.1 Greylisted, please try again later");
        ui.click("letters-all");
        Ui.until(() -> ui.scene.lookup("#letter-3") != null);
        assertThat(((TextField) ui.node("letters-subject")).getText()).isEmpty();
    }

    @Test
    void a_station_that_does_not_answer_is_told_in_the_tab() {
        ui.nas.station.dead = new StationFailure.NoAnswer("diskstation", 20);
        ui.tab("mail");
        Ui.until(() -> ui.text().contains("error.code") || ui.text().contains("no-answer"));
        ui.nas.station.dead = null;
        ui.click("letters-all");
        Ui.until(() -> ui.scene.lookup("#letter-0") != null);
    }

    @Test
    void somebody_shut_out_is_let_in_again_after_a_second_question_with_the_safe_answer_first() {
        ui.tab("guard");
        Ui.until(() -> ui.scene.lookup("#lift-1") != null);
        ui.click("lift-1");
        ui.focused("guard-no");
        ui.click("guard-no");
        Ui.until(() -> ui.scene.lookup("#guard-yes") == null);
        assertThat(ui.nas.station.desk.bans).hasSize(2);
        ui.click("lift-1");
        Ui.until(() -> ui.scene.lookup("#guard-yes") != null);
        Ui.fx(((Button) ui.node("guard-yes"))::fire);
        Ui.until(() -> ui.scene.lookup("#guard-done") != null);
        assertThat(ui.nas.station.desk.bans).hasSize(1);
        assertThat(ui.text()).contains("203.0.113.77 may try again.");
    }

    @Test
    void another_password_is_set_only_after_a_second_question_with_the_safe_answer_first() {
        ui.tab("people");
        Ui.until(() -> ui.scene.lookup("#person-open-0") != null);
        Ui.until(() -> !ui.node("person-open-0").isDisabled());
        ui.click("person-open-0");
        Ui.until(() -> Ui.shown(ui.node("new-password")));
        Ui.until(() -> !ui.care.household().view().activity().running());
        String before = ui.nas.station.passwords.toString();
        Ui.fx(() -> ((TextField) ui.node("new-password")).setText(Ui.PASSWORD));
        ui.click("set-password");
        ui.focused("household-no");
        ui.click("household-no");
        Ui.until(() -> ui.scene.lookup("#household-yes") == null);
        assertThat(ui.nas.station.passwords).hasToString(before);
        ui.click("set-password");
        Ui.until(() -> ui.scene.lookup("#household-yes") != null);
        ui.click("household-yes");
        Ui.until(() -> ui.scene.lookup("#household-done") != null);
        assertThat(ui.nas.station.passwords)
                .containsEntry("joerg@mueller-family.example", Ui.PASSWORD);
        assertThat(((TextField) ui.node("new-password")).getText()).isEmpty();
    }
}
