package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceStep;
import org.mailstation.desktop.fake.FakeMeans;
import org.mailstation.desktop.flow.Step;

/** Somebody who sends a letter to a friend, to see whether it arrives. */
class OutwardLetterPageTest {

    private static final Instant NOW = Instant.parse("2026-05-07T09:41:00Z");
    private static final String FRIEND = "friend@outside.example";

    @Test
    void the_page_says_who_took_the_letter() {
        try (Ui ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT)) {
            ui.toHome();
            ui.nas.station.desk.letters.add(
                    new Trace(
                            "1",
                            NOW,
                            "",
                            "joerg@mueller-family.example",
                            List.of(FRIEND),
                            FakeMeans.SUBJECT,
                            "",
                            900,
                            "",
                            List.of(
                                    new TraceStep(NOW, TraceStep.Kind.QUEUED, FRIEND, "", ""),
                                    new TraceStep(
                                            NOW,
                                            TraceStep.Kind.SENT,
                                            FRIEND,
                                            "mx.outside.example",
                                            "PROVEN"))));
            Ui.fx(() -> ui.flow.goTo(Step.PROOF));
            ui.on(Step.PROOF);
            Ui.until(() -> !ui.node("outward-send").isDisabled());
            ui.click("outward-send");
            assertThat(ui.text()).contains("This is no whole address");
            Ui.fx(() -> ((TextField) ui.scene.lookup("#outward-to")).setText(FRIEND));
            ui.click("outward-send");
            assertThat(ui.sent).isEmpty();
            Ui.fx(() -> ((TextField) ui.scene.lookup("#proof-password")).setText(Ui.PASSWORD));
            ui.click("outward-send");
            Ui.until(() -> ui.scene.lookup("#outward-answer") != null);
            Ui.fx(() -> ui.scene.lookup("#outward-answer").requestFocus());
            ui.resize(960, 900);
            ui.shoot("18-proof-outward-en-light");
            assertThat(ui.text()).contains("mx.outside.example has taken it");
            assertThat(ui.sent).hasSize(1);
        }
    }
}
