package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.control.ForwardsRequest.Wanted;
import org.mailstation.desktop.draft.NameDraft;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.Gate;
import org.mailstation.desktop.fake.Lines;
import org.mailstation.desktop.fake.Routers;
import org.mailstation.desktop.flow.Proof;
import org.mailstation.desktop.flow.Step;

/**
 * Somebody who presses cancel on a page of the set-up: the work hears it, the page says that it
 * stops until it has stopped, nothing has changed, and it can be started again.
 */
class CancelPageTest {

    private Ui ui;
    private FakeStation station;
    private Gate gate = Gate.slow();

    @BeforeEach
    void openWindow() {
        ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT);
        station = ui.nas.station;
    }

    @AfterEach
    void closeWindow() {
        letAll();
        ui.close();
    }

    private void holdStation() {
        gate = Gate.slow();
        station.desk.gate = gate;
    }

    private void letAll() {
        station.desk.gate = null;
        ui.mailGate = null;
        gate.open();
    }

    /**
     * Presses cancel while the work waits at the gate, and sees it end.
     *
     * @param id of the bar
     * @param again the button that starts it once more
     */
    private void cancel(String id, String lead, String again) {
        gate.awaitArrival();
        String cancel = id + "-cancel";
        Ui.until(() -> ui.scene.lookup("#" + cancel) != null);
        Ui.until(() -> !ui.scene.lookup("#" + cancel).isDisabled());
        assertThat(ui.text()).contains(ui.words.of(lead));
        assertThat(ui.node(again).isDisabled()).isTrue();
        ui.click(cancel);
        gate.awaitCancel();
        assertThat(ui.text()).contains(ui.words.of("progress.stopping"));
        assertThat(ui.node(cancel).isDisabled()).isTrue();
        letAll();
        Ui.until(() -> ui.scene.lookup("#" + cancel) == null);
        Ui.until(() -> !ui.scene.lookup("#" + again).isDisabled());
        assertThat(ui.text()).doesNotContain(ui.words.of("failure.headline"));
        assertThat(station.applied).isEmpty();
        assertThat(station.secrets).isEmpty();
    }

    /** Opens a page of the station that runs. */
    private void open(Step step) {
        Ui.fx(() -> ui.flow.goTo(step));
        ui.on(step);
    }

    @Test
    void the_trial_of_a_login_at_the_provider() {
        NameDraft typed =
                NameDraft.EMPTY.withProvider("noip").withHost("m.ddns.net").withSecret("geheim");
        ui.toLine();
        open(Step.NAME);
        Ui.fx(
                () ->
                        ui.flow.edit(
                                "ddns.host",
                                draft -> draft.withName(it -> it.withOwn(false).withDdns(typed))));
        Ui.until(() -> !ui.node("ddns-try").isDisabled());
        holdStation();
        ui.click("ddns-try");
        cancel("ddns-try", "name.trying", "ddns-try");
        assertThat(ui.scene.lookup("#ddns-try-answer")).isNull();

        ui.click("ddns-try");
        Ui.until(() -> ui.scene.lookup("#ddns-try-answer") != null);
    }

    @Test
    void the_ports_before_they_are_known_and_when_they_are_asked_for_again() {
        ui.toHome();
        station.forwards = Routers.half();
        holdStation();
        open(Step.PORTS);
        cancel("ports", "ports.asking", "ports-again");
        assertThat(station.forwardsWanted).isEmpty();
        assertThat(ui.scene.lookup("#port-993")).isNull();

        ui.click("ports-again");
        Ui.until(() -> ui.scene.lookup("#port-993") != null);
        Ui.until(() -> !ui.node("ports-again").isDisabled());
        assertThat(station.forwardsWanted).containsExactly(Wanted.ASK_AGAIN);
        station.forwards = Routers.all();
        holdStation();
        ui.click("ports-again");
        cancel("ports", "ports.asking", "ports-again");
        assertThat(station.forwardsWanted).containsExactly(Wanted.ASK_AGAIN);
        assertThat(Ui.onFx(() -> ui.care.forwarding().view().complete())).isFalse();
    }

    @Test
    void ports_that_are_left_while_they_are_asked_for_are_there_when_one_comes_back() {
        ui.toHome();
        station.forwards = Routers.half();
        holdStation();
        open(Step.PORTS);
        gate.awaitArrival();
        open(Step.PROGRAMS);
        gate.awaitCancel();
        open(Step.PORTS);
        letAll();
        Ui.until(() -> ui.scene.lookup("#port-993") != null);
    }

    @Test
    void the_look_for_records() {
        ui.toHome();
        station.records = Lines.records(ui.config);
        holdStation();
        open(Step.RECORDS);
        cancel("records", "records.looking", "records-again");
        assertThat(Ui.onFx(() -> ui.care.publishing().view().records() == null)).isTrue();

        ui.click("records-again");
        Ui.until(() -> ui.care.publishing().view().records() != null);
        Ui.until(() -> !ui.node("records-again").isDisabled());
        holdStation();
        ui.click("records-again");
        cancel("records", "records.looking", "records-again");
        assertThat(Ui.onFx(() -> ui.care.publishing().view().records())).isEqualTo(station.records);
    }

    private void openProof() {
        ui.toHome();
        station.letterAnswers = _ -> Lines.letterArrived();
        open(Step.PROOF);
        Ui.until(() -> !ui.node("proof-run").isDisabled());
    }

    private void prove() {
        Ui.fx(() -> ((TextField) ui.scene.lookup("#proof-password")).setText(Ui.PASSWORD));
        ui.click("proof-run");
    }

    private List<Proof.Part> shown() {
        return Ui.onFx(() -> ui.care.proof().view().found().keySet().stream().sorted().toList());
    }

    private void proveAll() {
        prove();
        Ui.until(() -> ui.care.proof().view().found().size() == Proof.Part.values().length);
        assertThat(ui.logins).hasSize(1);
    }

    @Test
    void the_proof_while_a_letter_is_under_way() {
        openProof();
        holdStation();
        prove();
        cancel("proof", "proof.running", "proof-run");
        assertThat(shown()).containsExactly(Proof.Part.NAME, Proof.Part.OUT);
        assertThat(ui.logins).isEmpty();
        proveAll();
    }

    @Test
    void the_proof_while_the_mailbox_does_not_answer() {
        openProof();
        ui.mailGate = gate;
        prove();
        cancel("proof", "proof.running", "proof-run");
        assertThat(shown()).containsExactly(Proof.Part.NAME, Proof.Part.OUT, Proof.Part.LETTER);
        proveAll();
    }

    @Test
    void the_letter_to_somebody_elsewhere_that_is_followed() {
        openProof();
        Ui.fx(
                () -> {
                    ((TextField) ui.scene.lookup("#proof-password")).setText(Ui.PASSWORD);
                    ((TextField) ui.scene.lookup("#outward-to"))
                            .setText("friend@elsewhere.example");
                });
        holdStation();
        ui.click("outward-send");
        cancel("outward", "outward.running", "outward-send");
        assertThat(ui.scene.lookup("#outward-answer")).isNull();
        assertThat(ui.sent).hasSize(1);
    }

    @Test
    void what_mail_programs_are_told() {
        ui.toHome();
        holdStation();
        open(Step.PROGRAMS);
        gate.awaitArrival();
        Ui.until(() -> ui.scene.lookup("#programs-cancel") != null);
        ui.click("programs-cancel");
        gate.awaitCancel();
        letAll();
        Ui.until(() -> ui.scene.lookup("#programs-cancel") == null);
        assertThat(ui.scene.lookup("#program-in-port")).isNull();

        ui.click("programs-again");
        Ui.until(() -> ui.scene.lookup("#program-in-port") != null);
        assertThat(ui.node("programs-again").isVisible()).isFalse();
    }
}
