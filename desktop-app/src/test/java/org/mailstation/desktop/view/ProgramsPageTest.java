package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.flow.Step;

/** Somebody who sets up a mail program. */
class ProgramsPageTest {

    private Ui ui;

    @BeforeEach
    void openPage() {
        ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT);
        ui.toHome();
        Ui.fx(() -> ui.flow.goTo(Step.PROGRAMS));
        ui.on(Step.PROGRAMS);
        Ui.until(() -> ui.scene.lookup("#program-in-port") != null);
    }

    @AfterEach
    void closeWindow() {
        ui.close();
    }

    private String value(String id) {
        return ((TextField) ui.node(id)).getText();
    }

    @Test
    void the_values_follow_the_way_of_reading() {
        assertThat(value("program-in-server")).isEqualTo("mail.mueller-family.example");
        assertThat(value("program-in-port")).isEqualTo("993");
        assertThat(value("program-out-port")).isEqualTo("465");
        Ui.fx(((RadioButton) ui.node("read-by-pop3"))::fire);
        Ui.settle();
        assertThat(value("program-in-port")).isEqualTo("995");
        assertThat(ui.text()).contains("open at home only");
    }

    @Test
    void files_for_programs_are_saved_where_the_person_wants_them() {
        ui.click("save-apple");
        ui.click("save-thunderbird");
        ui.click("save-outlook");
        assertThat(ui.dialogs.saved)
                .containsOnlyKeys(
                        "joerg-mueller-family.example.mobileconfig",
                        "config-v1.1-mueller-family.example.xml",
                        "outlook-joerg-mueller-family.example.txt");
        assertThat(ui.dialogs.saved.values())
                .allSatisfy(file -> assertThat(file).contains("mail.mueller-family.example"));
        assertThat(ui.text()).contains("Saved as");
    }

    @Test
    void a_phone_reads_the_values_with_its_camera() {
        assertThat(ui.node("program-qr").getParent().getAccessibleText())
                .contains("IMAP mail.mueller-family.example:993")
                .contains("SMTP mail.mueller-family.example:465");
        assertThat(ui.text()).contains("no password is in it");
        Ui.fx(((RadioButton) ui.node("read-by-pop3"))::fire);
        Ui.settle();
        assertThat(ui.node("program-qr").getParent().getAccessibleText()).contains("POP3");
        ui.shoot("19-programs-qr-en-light");
    }

    @Test
    void a_full_disk_is_told() {
        ui.dialogs.diskFull = true;
        ui.click("save-apple");
        assertThat(ui.text()).contains("disk full");
    }
}
