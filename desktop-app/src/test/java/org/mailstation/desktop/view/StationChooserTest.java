package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailstation.control.Secret;
import org.mailstation.desktop.fake.FakeNas;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.Family;
import org.mailstation.desktop.flow.SetupState;
import org.mailstation.desktop.flow.SetupState.Home;
import org.mailstation.desktop.flow.SignInForm;
import org.mailstation.desktop.flow.Wish;

/** Somebody with two stations before the one window. */
class StationChooserTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("org.mailstation.desktop.view.GalleryTest#looks")
    void one_adds_a_second_station_switches_and_removes_it_again(
            String language, ColorScheme scheme) {
        String suffix = "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT);
        try (Ui ui = new Ui(Locale.of(language), scheme)) {
            assertThat(ui.node("stations").isVisible()).isFalse();
            ui.toHome();
            FakeNas parents = new FakeNas();
            parents.pinned = FakeNas.KEY;
            parents.installedVersion = FakeNas.VERSION;
            parents.station.setConfig(Family.config("meier.example", "Oma Meier"));
            parents.station.findings = List.of(FakeStation.fail("SMTP", 25));
            ui.others.put("parents", parents);
            choose(ui, "station-add");
            Ui.until(() -> ui.stations.current().flow().state() instanceof SetupState.Locating);
            ui.focused("address");
            ui.type("parents");
            ui.click("forward");
            Ui.until(() -> ui.stations.current().flow().state() instanceof SetupState.SigningIn);
            Ui.fx(
                    () ->
                            ui.stations
                                    .current()
                                    .flow()
                                    .signIn(
                                            new SignInForm(
                                                    "admin",
                                                    false,
                                                    new Secret(parents.password),
                                                    "")));
            Ui.until(() -> chooser(ui).getText().equals("mail.meier.example"));
            Ui.until(() -> !ui.all(".finding.open").isEmpty());
            ui.shoot("25-stations" + suffix);
            Ui.fx(() -> chooser(ui).show());
            Ui.settle();
            ui.shoot("25-stations-choice" + suffix, popup(ui));
            Ui.fx(() -> chooser(ui).hide());
            choose(ui, "station-remove");
            Wish asked = ui.dialogs.asked.getLast();
            ConfirmDialog dialog =
                    Ui.onFx(() -> new ConfirmDialog(ui.stage, ui.words, asked, ui.dialogs.onYes));
            Ui.fx(dialog::show);
            Scene scene = popup(ui);
            ui.shoot("25-stations-remove" + suffix, scene);
            Ui.fx(() -> ((Button) scene.lookup("#confirm-yes")).fire());
            Ui.until(() -> chooser(ui).getText().equals("mail.mueller-family.example"));
            Ui.until(() -> ui.stations.current().flow().state() instanceof Home);
            Ui.until(() -> ui.stations.list().entries().size() == 1);
            assertThat(parents.station.running()).isPresent();
        }
    }

    private static MenuButton chooser(Ui ui) {
        return (MenuButton) ui.scene.lookup("#stations");
    }

    private static void choose(Ui ui, String id) {
        Ui.fx(
                () ->
                        chooser(ui).getItems().stream()
                                .filter(item -> id.equals(item.getId()))
                                .findFirst()
                                .map(MenuItem::getOnAction)
                                .orElseThrow()
                                .handle(null));
        Ui.settle();
    }

    private static Scene popup(Ui ui) {
        return Ui.onFx(
                () ->
                        Window.getWindows().stream()
                                .filter(window -> window != ui.stage)
                                .findFirst()
                                .orElseThrow()
                                .getScene());
    }
}
