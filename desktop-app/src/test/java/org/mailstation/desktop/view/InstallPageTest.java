package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailstation.config.Ports;
import org.mailstation.control.Secret;
import org.mailstation.desktop.fake.FakeNas;
import org.mailstation.desktop.flow.SetupState.ConfirmingKey;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.flow.SetupState.Installing;
import org.mailstation.desktop.flow.SetupState.SigningIn;
import org.mailstation.desktop.flow.SignInForm;
import org.mailstation.desktop.flow.Step;
import org.mailstation.desktop.install.Conditions;
import org.mailstation.desktop.install.LowPorts;
import org.mailstation.desktop.install.Owner;
import org.mailstation.desktop.install.Rival;
import org.mailstation.desktop.install.Sleep;

/** What the window tells of a NAS before anything is sent to it. */
class InstallPageTest {

    private static final Rival POSTFIX =
            new Rival("Postfix", List.of(25, 587), "sudo systemctl disable --now postfix");

    static Stream<Arguments> looks() {
        return Stream.of(arguments("en", ColorScheme.LIGHT), arguments("de", ColorScheme.DARK));
    }

    private static void arrive(Ui ui) {
        Ui.fx(() -> ui.flow.locate("diskstation"));
        ui.at(ConfirmingKey.class);
        Ui.fx(() -> ui.flow.trustKey(true));
        ui.at(SigningIn.class);
        Ui.fx(
                () ->
                        ui.flow.signIn(
                                new SignInForm("admin", false, new Secret(ui.nas.password), "")));
        ui.at(Installing.class);
    }

    private static Conditions packaged(Owner owner, LowPorts ports) {
        return new Conditions(ports, owner, -1, -1, Sleep.NOTHING_KNOWN, List.of());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("looks")
    void everything_in_the_way_is_told_with_what_to_do(String language, ColorScheme scheme) {
        String suffix = "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT);
        try (Ui ui = new Ui(Locale.of(language), scheme)) {
            ui.nas.conditions =
                    new Conditions(
                            LowPorts.OWN_RIGHT,
                            Owner.NOBODY,
                            1_000_000_000,
                            140_000_000,
                            Sleep.WHOLE,
                            List.of(POSTFIX));
            arrive(ui);
            assertThat(ui.all(".finding")).hasSize(3);
            assertThat(ui.text()).contains("Postfix", "25, 587", "140").doesNotContain("{0}");
            ui.shoot("06-install-hurdles" + suffix);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("looks")
    void an_old_package_of_the_system_is_looked_at_again_instead_of_being_replaced(
            String language, ColorScheme scheme) {
        String suffix = "-" + language + "-" + scheme.name().toLowerCase(Locale.ROOT);
        try (Ui ui = new Ui(Locale.of(language), scheme)) {
            ui.nas.installedVersion = "0.0.9";
            ui.nas.conditions = packaged(Owner.PACKAGE_CENTRE, LowPorts.NONE);
            arrive(ui);
            assertThat(ui.text()).contains("mailstation-0.1.0-x86_64.spk");
            ui.shoot("06-install-packaged" + suffix);
            ui.nas.installedVersion = FakeNas.VERSION;
            Ui.fx(((Button) ui.node("forward"))::fire);
            Ui.until(
                    () ->
                            ui.flow.state() instanceof Installing page
                                    && page.upToDate()
                                    && !page.activity().running());
            assertThat(Ui.shown(ui.scene.lookup("#repair"))).isFalse();
            Ui.fx(((Button) ui.node("forward"))::fire);
            ui.on(Step.LINE);
            assertThat(ui.nas.calls).doesNotContain("install");
            Ui.fx(() -> ui.flow.goTo(Step.SAFETY));
            ui.on(Step.SAFETY);
            Ui.settle();
            ui.scrollTo("numbers");
            ui.shoot("08-safety-ports" + suffix);
        }
    }

    @Test
    void the_ports_can_be_chosen_otherwise() {
        try (Ui ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT)) {
            ui.toLine();
            Ui.fx(() -> ui.flow.goTo(Step.SAFETY));
            ui.on(Step.SAFETY);
            Ui.settle();
            Ui.fx(() -> ((ComboBox<?>) ui.node("numbers")).getSelectionModel().select(1));
            assertThat(((Filling) ui.flow.state()).draft().safety().ports())
                    .isEqualTo(Ports.STANDARD.withoutRight());
            Ui.fx(() -> ((ComboBox<?>) ui.node("numbers")).getSelectionModel().select(0));
            assertThat(((Filling) ui.flow.state()).draft().safety().ports())
                    .isEqualTo(Ports.STANDARD);
        }
    }
}
