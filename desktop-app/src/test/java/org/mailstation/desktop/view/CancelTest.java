package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Backup;
import org.mailstation.desktop.fake.Gate;
import org.mailstation.desktop.fake.Letters;
import org.mailstation.desktop.flow.Activity;
import org.mailstation.desktop.flow.Explaining;

/** Somebody who does not want to wait for the station's answer. */
class CancelTest {

    private Ui ui;
    private final Gate gate = new Gate();

    @BeforeEach
    void openWindow() {
        ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT);
        ui.toHome();
        Letters.onto(ui.nas.station.desk);
        ui.nas.station.setConfig(ui.config.withBackup(new Backup("/volume2/mail", "1d", 14)));
    }

    @AfterEach
    void closeWindow() {
        ui.nas.station.desk.gate = null;
        gate.open();
        ui.close();
    }

    /** Starts something that the station does not answer, and presses cancel. */
    private void cancelled(String button, Runnable start, Callable<Activity> activity) {
        ui.nas.station.desk.gate = gate;
        start.run();
        gate.awaitArrival();
        Ui.until(() -> ui.scene.lookup("#" + button) != null);
        Ui.until(() -> !ui.scene.lookup("#" + button).isDisabled());
        ui.click(button);
        Ui.until(() -> activity.call() == Activity.IDLE);
    }

    @Test
    void letters() {
        cancelled(
                "letters-cancel", () -> ui.tab("mail"), () -> ui.care.letters().view().activity());
        assertThat(ui.care.letters().view().found()).isNull();
    }

    @Test
    void people() {
        cancelled(
                "household-cancel",
                () -> ui.tab("people"),
                () -> ui.care.household().view().activity());
        assertThat(ui.care.household().view().mailboxes()).isNull();
        askedAgain("household", () -> ui.care.household().view().mailboxes() != null);
    }

    @Test
    void protection() {
        cancelled(
                "guard-cancel", () -> ui.tab("guard"), () -> ui.care.guarding().view().activity());
        assertThat(ui.care.guarding().view().known()).isNull();
        askedAgain("guard", () -> ui.care.guarding().view().known() != null);
    }

    @Test
    void history() {
        cancelled(
                "history-cancel",
                () -> ui.tab("history"),
                () -> ui.care.revisions().view().activity());
        assertThat(ui.care.revisions().view().history()).isNull();
        askedAgain("history", () -> ui.care.revisions().view().history() != null);
    }

    @Test
    void the_watch() {
        cancelled(
                "watch-cancel", () -> ui.tab("watch"), () -> ui.care.watching().view().activity());
        assertThat(ui.care.watching().view().watched()).isNull();
        askedAgain("watch", () -> ui.care.watching().view().watched() != null);
    }

    /** Nothing is known after that, and it can be asked for on the same page. */
    private void askedAgain(String id, Callable<Boolean> known) {
        ui.nas.station.desk.gate = null;
        Ui.until(() -> ui.scene.lookup("#" + id + "-again") != null);
        ui.click(id + "-again");
        Ui.until(known);
        Ui.until(() -> ui.scene.lookup("#" + id + "-again") == null);
    }

    @Test
    void a_copy_that_is_being_made() {
        ui.tab("settings");
        Ui.until(() -> !ui.node("backup-make").isDisabled());
        cancelled(
                "settings-cancel",
                () -> ui.click("backup-make"),
                () -> ui.care.copies().view().activity());
        assertThat(ui.care.copies().view().done()).isNull();
    }

    @Test
    void the_password_of_a_device() {
        ui.tab("people");
        Ui.until(() -> ui.scene.lookup("#person-open-0") != null);
        Ui.until(() -> !ui.node("person-open-0").isDisabled());
        ui.click("person-open-0");
        Ui.until(() -> ui.scene.lookup("#revoke-1") != null);
        Ui.until(() -> !ui.care.household().view().activity().running());
        Ui.fx(() -> ((TextField) ui.node("device-name")).setText("Laptop"));
        cancelled(
                "household-cancel",
                () -> ui.click("device-make"),
                () -> ui.care.household().view().activity());
        assertThat(ui.care.household().view().made()).isNull();
    }

    @Test
    void the_explanation_of_a_letter_that_came_back() {
        Explaining explaining = ui.care.explaining();
        ReturnedDialog dialog =
                Ui.onFx(() -> new ReturnedDialog(ui.stage, ui.words, explaining, Optional::empty));
        Ui.fx(dialog::show);
        Scene scene = dialog.scene();
        ui.nas.station.desk.gate = gate;
        Ui.fx(
                () -> {
                    ((TextArea) scene.lookup("#returned-text")).setText(ReturnedDialogTest.BOUNCE);
                    ((Button) scene.lookup("#returned-explain")).fire();
                });
        gate.awaitArrival();
        Ui.until(() -> scene.lookup("#returned-cancel") != null);
        Ui.fx(() -> ((Button) scene.lookup("#returned-cancel")).fire());
        Ui.until(() -> explaining.view().activity() == Activity.IDLE);
        assertThat(explaining.view().found()).isNull();
        Ui.fx(dialog::close);
    }
}
