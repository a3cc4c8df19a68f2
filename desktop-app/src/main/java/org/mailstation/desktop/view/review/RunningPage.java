package org.mailstation.desktop.view.review;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.flow.SetupState.Running;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.FindingList;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.view.parts.SignView;
import org.mailstation.finding.Health;

/** It runs. */
public final class RunningPage implements Page<Running> {

    private static final double SIGN = 56;

    private final Kit kit;
    private final SignView sign;
    private final Label headline = Blocks.paragraph("");
    private final Label text = Blocks.paragraph("");
    private final FindingList findings;
    private final Parent node;

    public RunningPage(Kit kit) {
        this.kit = kit;
        sign = new SignView(SIGN, Health.UNKNOWN, "");
        headline.getStyleClass().add("status-sentence");
        headline.setId("outcome");
        findings = new FindingList(kit);
        VBox words = new VBox(headline, text);
        words.getStyleClass().add("status-words");
        HBox top = new HBox(sign, words);
        top.getStyleClass().add("status-top");
        node = Blocks.page(kit.words().of("running.title"), "", top, findings);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void show(Running state) {
        // an apply that reports no findings has still brought everything up
        Health health = state.findings().isEmpty() ? Health.FINE : Health.of(state.findings());
        sign.show(health, kit.words().of("health", health));
        headline.setText(kit.words().of("running.headline", state.hostName()));
        text.setText(kit.words().of("running.text", state.mailbox()));
        findings.show(state.findings());
    }

    @Override
    public void forward() {
        kit.flow().next();
    }
}
