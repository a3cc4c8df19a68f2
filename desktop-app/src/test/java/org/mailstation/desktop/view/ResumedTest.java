package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.mailstation.control.Secret;
import org.mailstation.desktop.fake.FakeNas;
import org.mailstation.desktop.fake.MemoryUnfinished;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.flow.SetupState.Locating;
import org.mailstation.desktop.flow.SetupState.SigningIn;
import org.mailstation.desktop.flow.SignInForm;
import org.mailstation.desktop.flow.Step;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.ssh.SshTarget;

/** Somebody closes the window in the middle, and opens it again. */
class ResumedTest {

    private final FakeNas nas = new FakeNas();
    private final MemoryUnfinished disk = new MemoryUnfinished();

    private Ui open(Locale locale, ColorScheme scheme) {
        return new Ui(locale, scheme, nas, disk);
    }

    private void beginAndLeave() {
        try (Ui ui = open(Locale.ENGLISH, ColorScheme.LIGHT)) {
            ui.toLine();
            ui.click("accept");
            ui.on(Step.NAME);
            ui.focused("domain");
            ui.type("example.org");
            ui.click("accept");
            ui.on(Step.PEOPLE);
            ui.focused("person-0");
            ui.type("Alex");
            ui.click("generate-0");
            Ui.until(
                    () ->
                            disk.kept.get("nas") != null
                                    && !disk.kept.get("nas").omitted().isEmpty());
            Ui.fx(ui.flow::close);
        }
        nas.profile = new StationProfile(new SshTarget("nas", 22, "admin"), "");
    }

    private void comeBack(Ui ui) {
        Ui.until(() -> ui.flow.state() instanceof Locating now && now.unfinished() != null);
        Ui.settle();
        ui.click("forward");
        ui.at(SigningIn.class);
        Ui.fx(() -> ui.flow.signIn(new SignInForm("admin", false, new Secret(nas.password), "")));
        ui.at(Filling.class);
    }

    @Test
    void the_window_opens_where_it_was_closed_and_says_what_is_missing() {
        beginAndLeave();
        try (Ui ui = open(Locale.ENGLISH, ColorScheme.LIGHT)) {
            Ui.until(() -> ui.text().contains("You began to set up nas"));
            ui.shoot("01-find-unfinished-en-light");
            comeBack(ui);
            assertThat(ui.flow.state().step()).isEqualTo(Step.PEOPLE);
            assertThat(((TextField) ui.node("person-0")).getText()).isEqualTo("Alex");
            Ui.until(() -> ui.text().contains("the password of alex@example.org"));
            ui.shoot("08-resumed-en-light");
            ui.click("generate-0");
            Ui.until(() -> !ui.text().contains("the password of alex@example.org"));
        }
    }

    @Test
    void what_was_typed_is_forgotten_only_after_a_second_click() {
        beginAndLeave();
        try (Ui ui = open(Locale.GERMAN, ColorScheme.DARK)) {
            comeBack(ui);
            ui.click("resumed-discard");
            ui.click("resumed-keep");
            assertThat(((TextField) ui.node("person-0")).getText()).isEqualTo("Alex");
            ui.click("resumed-discard");
            ui.shoot("08-resumed-forget-de-dark");
            ui.click("resumed-forget");
            Ui.until(() -> ((TextField) ui.node("person-0")).getText().isEmpty());
            assertThat(ui.scene.lookup("#resumed-discard")).isNull();
            Ui.until(() -> disk.kept.isEmpty());
        }
    }
}
