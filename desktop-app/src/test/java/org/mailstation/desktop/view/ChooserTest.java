package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.flow.SetupState.ConfirmingKey;
import org.mailstation.desktop.flow.SetupState.SigningIn;
import org.mailstation.desktop.flow.Step;

/** Somebody who chooses a file or a folder, or closes the choice again. */
class ChooserTest {

    private Ui ui;

    @BeforeEach
    void openWindow() {
        ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT);
    }

    @AfterEach
    void closeWindow() {
        ui.close();
    }

    private String text(String id) {
        return ((TextField) ui.node(id)).getText();
    }

    @Test
    void the_file_of_a_key() {
        Ui.fx(() -> ui.flow.locate("nas"));
        ui.at(ConfirmingKey.class);
        Ui.fx(() -> ui.flow.trustKey(true));
        ui.at(SigningIn.class);
        Ui.fx(() -> ((RadioButton) ui.node("by-key")).fire());
        ui.dialogs.keyFile = Optional.of(Path.of("/home/anna/.ssh/id"));
        ui.click("key-file-choose");
        assertThat(text("key-file")).isEqualTo("/home/anna/.ssh/id");
        ui.dialogs.keyFile = Optional.empty();
        ui.click("key-file-choose");
        assertThat(text("key-file")).as("what was there stays").isEqualTo("/home/anna/.ssh/id");
    }

    @Test
    void the_folder_of_newer_versions() {
        ui.toHome();
        ui.tab("settings");
        Ui.until(() -> !ui.node("updates-place").isDisabled());
        ui.dialogs.updates = Optional.of(Path.of("/home/anna/Downloads"));
        ui.click("updates-choose");
        assertThat(text("updates-place")).isEqualTo("/home/anna/Downloads");
        ui.dialogs.updates = Optional.empty();
        ui.click("updates-choose");
        assertThat(text("updates-place")).isEqualTo("/home/anna/Downloads");
    }

    @Test
    void the_place_of_a_profile() {
        ui.toHome();
        Ui.fx(() -> ui.flow.goTo(Step.PROGRAMS));
        ui.on(Step.PROGRAMS);
        Ui.until(() -> ui.scene.lookup("#save-apple") != null);
        ui.dialogs.undecided = true;
        ui.click("save-apple");
        assertThat(ui.dialogs.saved).isEmpty();
        assertThat(ui.text()).doesNotContain("Saved as");
        ui.dialogs.undecided = false;
        ui.click("save-apple");
        assertThat(ui.dialogs.saved).hasSize(1);
        assertThat(ui.text()).contains("Saved as");
    }
}
