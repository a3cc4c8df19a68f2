package org.mailstation.desktop.view.proof;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.flow.Proof;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.FindingList;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.SignView;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;

/** One thing that is shown to work. */
final class ProofRow extends HBox {

    private static final double SIGN = 20;

    private final Kit kit;
    private final StackPane light = new StackPane();
    private final ProgressIndicator wheel = new ProgressIndicator();
    private final FindingList findings;
    private final Label waiting;

    ProofRow(Kit kit, Proof.Part part) {
        this.kit = kit;
        findings = new FindingList(kit);
        wheel.getStyleClass().add("found-wheel");
        wheel.setAccessibleText(kit.words().of("proof.running"));
        light.getStyleClass().add("proof-light");
        Label title = Blocks.paragraph(kit.words().of("proof.part", part));
        title.getStyleClass().add("change-sentence");
        waiting = Blocks.note(kit.words().of("proof.not-yet"));
        VBox column = new VBox(title, waiting, findings);
        column.getStyleClass().add("finding-column");
        HBox.setHgrow(column, Priority.ALWAYS);
        getStyleClass().add("change");
        getChildren().setAll(light, column);
    }

    void show(List<Finding> found, boolean running) {
        findings.show(found);
        Blocks.visible(waiting, found.isEmpty() && !running);
        Health health = Health.of(found);
        light.getChildren()
                .setAll(
                        running
                                ? wheel
                                : new SignView(SIGN, health, kit.words().of("health", health)));
    }
}
