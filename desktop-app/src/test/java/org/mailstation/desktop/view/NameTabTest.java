package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Ddns;
import org.mailstation.control.DdnsTried;
import org.mailstation.desktop.flow.Wish;
import org.mailstation.text.Text;

/** Somebody who gives the home a name. */
class NameTabTest {

    private Ui ui;

    @BeforeEach
    void openWindow() {
        ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT);
        ui.toHome();
        ui.tab("name");
        Ui.until(() -> !ui.care.naming().view().activity().running());
    }

    @AfterEach
    void closeWindow() {
        ui.close();
    }

    private void choose(String provider) {
        Ui.fx(
                () -> {
                    ComboBox<?> box = (ComboBox<?>) ui.scene.lookup("#ddns-provider");
                    for (int i = 0; i < box.getItems().size(); i++) {
                        if (box.getItems().get(i).toString().contains("id=" + provider + ",")) {
                            box.getSelectionModel().select(i);
                        }
                    }
                });
    }

    private void type(String id, String text) {
        Ui.fx(() -> ((TextField) ui.scene.lookup("#" + id)).setText(text));
    }

    private void test() {
        Ui.fx(() -> ((Button) ui.scene.lookup("#ddns-test")).fire());
        Ui.until(() -> !ui.care.naming().view().activity().running());
        Ui.settle();
    }

    @Test
    void only_what_the_provider_wants_to_know_is_asked_for() {
        assertThat(ui.node("ddns-test").isDisabled()).isTrue();
        choose("duckdns");
        assertThat(Ui.shown(ui.node("ddns-user"))).isFalse();
        assertThat(Ui.shown(ui.node("ddns-server"))).isFalse();
        assertThat(ui.text()).contains("This is the token for updates.");
        choose("custom");
        assertThat(Ui.shown(ui.node("ddns-server"))).isTrue();
    }

    @Test
    void the_answer_of_the_provider_is_said_in_plain_words() {
        choose("noip");
        type("ddns-host", "myhome.ddns.net");
        type("ddns-user", "alex@example.org");
        type("ddns-secret", "tiger");
        ui.nas.station.ddnsTried =
                new DdnsTried.Refused(Text.of("ddns.refused.bad-auth", "No-IP", "myhome.ddns.net"));
        test();
        assertThat(ui.text())
                .contains("The provider refuses", "No-IP does not accept the login for myhome");
        type("ddns-secret", "lion");
        ui.nas.station.ddnsTried = new DdnsTried.Works("198.51.100.7", Instant.EPOCH);
        test();
        assertThat(ui.text()).contains("The login works", "198.51.100.7");
        assertThat(((TextField) ui.node("ddns-secret")).getText()).isEmpty();
    }

    @Test
    void what_is_missing_is_said_at_its_field() {
        choose("noip");
        test();
        assertThat(ui.text()).contains("Enter the password or token of this provider.");
        assertThat(ui.node("ddns-secret").getStyleClass()).contains("wrong");
        assertThat(ui.node("ddns-host").getStyleClass()).contains("wrong");
    }

    @Test
    void another_name_in_the_place_of_the_one_that_is_kept_is_asked_about() {
        ui.nas.station.setConfig(
                ui.config.withDdns(new Ddns("noip", "old.ddns.net", "joerg@example.org", "")));
        ui.tab("overview");
        ui.tab("name");
        Ui.until(() -> ui.care.naming().view().draft().host().equals("old.ddns.net"));
        Ui.until(() -> !ui.node("ddns-host").isDisabled());
        type("ddns-host", "new.ddns.net");
        Ui.until(() -> !ui.node("ddns-test").isDisabled());
        test();
        assertThat(ui.dialogs.asked)
                .extracting(Wish::question)
                .containsExactly(Text.of("flow.name.replace.ask", "old.ddns.net"));
        assertThat(ui.nas.station.running().orElseThrow().ddns().host()).isEqualTo("old.ddns.net");
        Ui.fx(ui.dialogs.onYes);
        Ui.until(() -> ui.nas.station.running().orElseThrow().ddns().host().equals("new.ddns.net"));
        Ui.until(() -> !ui.care.naming().view().activity().running());
    }
}
