package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import javafx.application.ColorScheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.control.DdnsTried;
import org.mailstation.desktop.draft.NameDraft;
import org.mailstation.desktop.flow.Step;
import org.mailstation.text.Text;

/** Somebody who tries the login at the provider of the name while setting up. */
class NameTriedTest {

    private static final NameDraft TYPED =
            NameDraft.EMPTY
                    .withProvider("noip")
                    .withHost("mueller.ddns.net")
                    .withUser("joerg@example.org")
                    .withSecret("geheim");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void one_click_says_whether_the_provider_takes_the_login(String language) {
        boolean english = language.equals("en");
        ColorScheme scheme = english ? ColorScheme.LIGHT : ColorScheme.DARK;
        try (Ui ui = new Ui(Locale.of(language), scheme)) {
            ui.toLine();
            Ui.fx(() -> ui.flow.goTo(Step.NAME));
            ui.on(Step.NAME);
            assertThat(ui.node("ddns-try").isDisabled()).isTrue();
            type(ui, TYPED);
            ui.nas.station.ddnsTried =
                    new DdnsTried.Refused(
                            Text.of("ddns.refused.bad-auth", "noip", "mueller.ddns.net"));
            ui.click("ddns-try");
            Ui.until(() -> ui.scene.lookup("#ddns-try-answer") != null);
            type(ui, TYPED.withSecret("richtig"));
            assertThat(ui.scene.lookup("#ddns-try-answer")).isNull();

            ui.nas.station.ddnsTried = new DdnsTried.Works("198.51.100.7", Instant.EPOCH);
            ui.click("ddns-try");
            Ui.until(() -> ui.scene.lookup("#ddns-try-answer") != null);
            ui.unfold("name-help");
            ui.shoot("08-name-tried-" + language);
            assertThat(ui.text()).contains("198.51.100.7");
            assertThat(ui.nas.station.secrets).isEmpty();
        }
    }

    private static void type(Ui ui, NameDraft typed) {
        Ui.fx(
                () ->
                        ui.flow.edit(
                                "ddns.host",
                                draft ->
                                        draft.withName(
                                                name -> name.withOwn(false).withDdns(typed))));
        Ui.settle();
    }
}
