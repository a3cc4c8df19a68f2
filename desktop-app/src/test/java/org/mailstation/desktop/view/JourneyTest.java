package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.control.Secret;
import org.mailstation.desktop.discovery.ChannelAnswer;
import org.mailstation.desktop.draft.Redirect;
import org.mailstation.desktop.fake.FakeNas;
import org.mailstation.desktop.fake.Gate;
import org.mailstation.desktop.fake.HandDiscovery;
import org.mailstation.desktop.flow.Activity;
import org.mailstation.desktop.flow.SetupState.Asking;
import org.mailstation.desktop.flow.SetupState.ConfirmingKey;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.flow.SetupState.Home;
import org.mailstation.desktop.flow.SetupState.InstallDone;
import org.mailstation.desktop.flow.SetupState.Installing;
import org.mailstation.desktop.flow.SetupState.KeyChanged;
import org.mailstation.desktop.flow.SetupState.Locating;
import org.mailstation.desktop.flow.SetupState.Reviewing;
import org.mailstation.desktop.flow.SetupState.Running;
import org.mailstation.desktop.flow.SetupState.SigningIn;
import org.mailstation.desktop.flow.SignInForm;
import org.mailstation.desktop.flow.Step;
import org.mailstation.text.Text;

/** Somebody who sets up mail in the window. */
class JourneyTest {

    private Ui ui;

    @BeforeEach
    void openWindow() {
        ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT);
    }

    @AfterEach
    void closeWindow() {
        ui.close();
    }

    private void type(String text) {
        ui.robot.write(text);
        Ui.settle();
    }

    private void press(KeyCode... keys) {
        ui.robot.push(keys);
        Ui.settle();
    }

    /** With Alt. A label has its key only once it was laid out, with the next picture. */
    private void pressAlt(KeyCode key) {
        String combination = "Alt+'" + key.getName() + "'";
        Ui.until(
                () ->
                        ui.scene.getMnemonics().entrySet().stream()
                                .filter(one -> combination.equalsIgnoreCase(one.getKey().getName()))
                                .flatMap(one -> one.getValue().stream())
                                .anyMatch(one -> !one.getNode().isDisabled()));
        press(KeyCode.ALT, key);
    }

    private void focused(String id) {
        Ui.until(
                () ->
                        ui.scene.getFocusOwner() != null
                                && id.equals(ui.scene.getFocusOwner().getId()));
    }

    @Test
    void a_nas_that_answers_needs_no_typing() {
        ui.at(Locating.class);
        ui.discovery.newest().tell(HandDiscovery.RASPBERRY, HandDiscovery.DISK_STATION);
        Ui.until(() -> ui.all(".found-row").size() == 2);
        ui.discovery
                .newest()
                .end(
                        new ChannelAnswer.Silent(),
                        HandDiscovery.RASPBERRY,
                        HandDiscovery.DISK_STATION);
        Ui.until(
                () ->
                        ((TextField) ui.scene.lookup("#address"))
                                .getText()
                                .equals(HandDiscovery.DISK_STATION.address()));
        press(KeyCode.ENTER);
        ui.at(ConfirmingKey.class);
        assertThat(ui.discovery.searches).hasSize(1);
        assertThat(ui.nas.calls).contains("meet 192.168.1.10");
    }

    @Test
    void what_was_typed_is_not_overwritten_by_what_is_found() {
        ui.at(Locating.class);
        focused("address");
        type("my-nas");
        ui.discovery.newest().end(new ChannelAnswer.Silent(), HandDiscovery.DISK_STATION);
        Ui.until(() -> !ui.all(".found-row").isEmpty());
        Ui.settle();
        assertThat(((TextField) ui.node("address")).getText()).isEqualTo("my-nas");
        Ui.fx(() -> ((ListView<?>) ui.scene.lookup("#found")).getSelectionModel().select(0));
        assertThat(((TextField) ui.node("address")).getText()).isEqualTo("192.168.1.10");
    }

    @Test
    void where_nobody_answers_one_can_look_again_or_type() {
        ui.at(Locating.class);
        ui.discovery.newest().end(new ChannelAnswer.Silent());
        Ui.until(() -> !ui.node("search-again").isDisabled());
        assertThat(ui.text()).contains(ui.words.of(Text.of("discover.none")));
        Ui.fx(((Button) ui.node("search-again"))::fire);
        assertThat(ui.discovery.searches).hasSize(2);
        assertThat(ui.text()).doesNotContain(ui.words.of(Text.of("discover.none")));
    }

    @Test
    void mail_is_set_up_with_the_keyboard_alone() {
        ui.at(Locating.class);
        focused("address");
        type("nas");
        press(KeyCode.ENTER);
        ui.at(ConfirmingKey.class);
        focused("fingerprint");
        pressAlt(KeyCode.T);
        ui.at(SigningIn.class);
        focused("user");
        type("admin");
        pressAlt(KeyCode.W);
        focused("password");
        type(ui.nas.password);
        press(KeyCode.ENTER);
        ui.at(Installing.class);
        focused("forward");
        press(KeyCode.ENTER);
        ui.at(InstallDone.class);
        press(KeyCode.ENTER);
        on(Step.LINE);
        focused("forward");
        press(KeyCode.ENTER);
        on(Step.NAME);
        focused("domain");
        type("example.org");
        press(KeyCode.TAB);
        focused("host-name");
        press(KeyCode.ENTER);
        on(Step.PEOPLE);
        focused("person-0");
        type("Alex Muster");
        press(KeyCode.TAB);
        focused("mailbox-0");
        press(KeyCode.TAB);
        focused("mailbox-password-0");
        type(Ui.PASSWORD);
        press(KeyCode.ENTER);
        on(Step.SAFETY);
        focused("forward");
        press(KeyCode.ENTER);
        ui.at(Reviewing.class);
        focused("forward");
        press(KeyCode.ENTER);
        ui.at(Running.class);
        press(KeyCode.ENTER);
        for (Step step : List.of(Step.PORTS, Step.RECORDS)) {
            on(step);
            focused("forward");
            press(KeyCode.ENTER);
        }
        on(Step.PROOF);
        pressAlt(KeyCode.S);
        Ui.until(() -> !ui.logins.isEmpty());
        Ui.until(() -> !ui.care.proof().view().activity().running());
        assertThat(ui.logins).containsExactly("nas:993 alex@example.org " + Ui.PASSWORD);
        ui.click("forward");
        on(Step.PROGRAMS);
        focused("forward");
        press(KeyCode.ENTER);
        ui.at(Home.class);
        Ui.until(() -> ui.text().contains("Mail is running at mail.example.org"));

        assertThat(ui.nas.station.passwords).containsEntry("alex@example.org", Ui.PASSWORD);
        assertThat(ui.nas.pinned).isEqualTo(FakeNas.KEY);
    }

    private void on(Step step) {
        Ui.until(() -> ui.flow.state().step() == step && !ui.flow.state().activity().running());
        Ui.settle();
    }

    private void click(String id) {
        Ui.fx(((Button) ui.node(id))::fire);
        Ui.settle();
    }

    @Test
    void a_changed_key_offers_no_button_to_go_on() {
        ui.nas.pinned = FakeNas.OTHER_KEY;
        Ui.fx(() -> ui.flow.locate("nas"));
        ui.at(KeyChanged.class);
        assertThat(ui.node("forward").isVisible()).isFalse();
        assertThat(ui.node("back").isVisible()).isTrue();
        assertThat(ui.text()).contains("Nothing was sent");
    }

    @Test
    void a_wrong_password_is_told_with_a_code_that_can_be_copied_and_typing_goes_on_where_it_was() {
        arrive("wrong");
        Ui.until(() -> ui.flow.state().activity() instanceof Activity.Failed);
        Ui.settle();
        assertThat(ui.text()).contains("ssh.wrong-password");
        focused("password");

        Ui.fx(() -> ((Button) ui.scene.lookup("#copy-failure")).fire());
        assertThat(ui.dialogs.copied).singleElement().asString().contains("ssh.wrong-password");
    }

    private void arrive(String password) {
        Ui.fx(() -> ui.flow.locate("nas"));
        ui.at(ConfirmingKey.class);
        Ui.fx(() -> ui.flow.trustKey(true));
        ui.at(SigningIn.class);
        Ui.fx(() -> ui.flow.signIn(new SignInForm("admin", false, new Secret(password), "")));
    }

    @Test
    void a_question_in_the_middle_of_the_installation_is_answered_in_the_window() {
        ui.nas.sudoPassword = "root-secret";
        arrive(ui.nas.password);
        ui.at(Installing.class);
        press(KeyCode.ENTER);
        ui.at(Asking.class);
        focused("answer");
        type("root-secret");
        press(KeyCode.ENTER);
        ui.at(InstallDone.class);
        assertThat(ui.text()).contains("Mail server 0.1.0 is running on nas");
    }

    @Test
    void a_long_installation_leaves_the_window_alive_and_can_be_cancelled_by_escape() {
        Gate gate = new Gate();
        ui.nas.installGate = gate;
        arrive(ui.nas.password);
        ui.at(Installing.class);
        Ui.fx(ui.flow::install);
        gate.awaitArrival();
        AtomicLong frames = new AtomicLong();
        Ui.fx(
                () ->
                        new AnimationTimer() {
                            @Override
                            public void handle(long now) {
                                if (frames.incrementAndGet() > 5) {
                                    stop();
                                }
                            }
                        }.start());
        Ui.until(() -> frames.get() > 5);
        Ui.until(() -> ((Label) ui.scene.lookup("#progress-amount")).getText().equals("28 %"));
        assertThat(ui.node("forward").isDisabled()).isTrue();
        press(KeyCode.ESCAPE);
        ui.at(Installing.class);
        assertThat(ui.flow.state().activity()).isEqualTo(Activity.IDLE);
        assertThat(ui.nas.installedVersion).isEmpty();
    }

    /** To the page of names. */
    private void toForm() {
        toLine();
        Ui.fx(() -> ui.flow.goTo(Step.NAME));
        on(Step.NAME);
    }

    private void toLine() {
        arrive(ui.nas.password);
        ui.at(Installing.class);
        Ui.fx(ui.flow::install);
        ui.at(InstallDone.class);
        Ui.fx(ui.flow::openForm);
        ui.at(Filling.class);
    }

    @Test
    void a_problem_appears_at_its_field_while_typing_and_a_screen_reader_hears_of_it() {
        toForm();
        focused("domain");
        type("nonsense");
        Ui.until(() -> ui.text().contains("nonsense is not a full name"));
        assertThat(ui.node("domain").getStyleClass()).contains("wrong");
        assertThat(ui.node("domain").getAccessibleHelp()).contains("not a full name");
        type(".example");
        Ui.until(() -> !ui.text().contains("is not a full name"));
        assertThat(ui.node("domain").getStyleClass()).doesNotContain("wrong");
    }

    @Test
    void going_back_keeps_what_was_typed() {
        toForm();
        focused("domain");
        type("example.org");
        click("back");
        on(Step.LINE);
        click("back");
        ui.at(InstallDone.class);
        Ui.fx(ui.flow::openForm);
        on(Step.LINE);
        click("forward");
        on(Step.NAME);
        assertThat(((TextField) ui.node("domain")).getText()).isEqualTo("example.org");
    }

    @Test
    void every_control_that_can_have_the_focus_has_a_name() {
        List<String> nameless = new ArrayList<>(ui.nameless());
        arrive(ui.nas.password);
        nameless.addAll(ui.nameless());
        ui.at(Installing.class);
        Ui.fx(ui.flow::install);
        ui.at(InstallDone.class);
        nameless.addAll(ui.nameless());
        Ui.fx(ui.flow::openForm);
        ui.at(Filling.class);
        nameless.addAll(ui.nameless());
        for (Step step : List.of(Step.NAME, Step.PEOPLE, Step.SAFETY)) {
            Ui.fx(() -> ui.flow.goTo(step));
            on(step);
            Ui.fx(
                    () ->
                            ui.flow.edit(
                                    "alias",
                                    draft -> draft.withPeople(all -> all.plus(Redirect.EMPTY))));
            Ui.settle();
            nameless.addAll(ui.nameless());
        }
        Ui.fx(ui.flow::home);
        ui.at(Home.class);
        for (Step step : List.of(Step.PORTS, Step.RECORDS, Step.PROOF, Step.PROGRAMS)) {
            ui.nas.station.setConfig(ui.config);
            Ui.fx(() -> ui.flow.goTo(step));
            on(step);
            nameless.addAll(ui.nameless());
        }
        Ui.fx(ui.flow::home);
        ui.at(Home.class);
        nameless.addAll(ui.nameless());
        assertThat(nameless).isEmpty();
    }

    @Test
    void a_surprise_opens_the_error_dialog_with_a_code() {
        arrive(ui.nas.password);
        ui.at(Installing.class);
        ui.nas.surprise = new IllegalStateException("hunter2");
        Ui.fx(ui.flow::install);
        Ui.until(() -> !ui.dialogs.errors.isEmpty());
        assertThat(ui.dialogs.errors.getFirst().code()).startsWith("surprise.");
        assertThat(ui.dialogs.errors.getFirst().text()).doesNotContain("hunter2");
        assertThat(ui.text()).contains(ui.dialogs.errors.getFirst().code());
    }
}
