package org.mailstation.desktop.view.diagnosis;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.Checkup;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.FindingList;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.diagnosis.Cause;
import org.mailstation.diagnosis.Diagnosis;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;

/**
 * The culprits with evidence and cure, what merely follows from each folded below it, what could
 * not be told as a group of its own, and at last, folded, what is as it should be.
 */
public final class DiagnosisPane extends VBox {

    private final Kit kit;
    private final Checkup checkup;
    private final List<Button> again = new ArrayList<>();
    private @Nullable Diagnosis shown;
    private List<Finding> all = List.of();

    public DiagnosisPane(Kit kit, Checkup checkup) {
        this.kit = kit;
        this.checkup = checkup;
        setId("diagnosis");
        getStyleClass().add("findings");
        Blocks.visible(this, false);
    }

    /** Shows a judgement and everything that it was made from. */
    public void show(Diagnosis diagnosis, List<Finding> findings) {
        if (diagnosis.equals(shown) && findings.equals(all)) {
            return;
        }
        shown = diagnosis;
        all = findings;
        again.clear();
        List<Node> rows = new ArrayList<>();
        for (int i = 0; i < diagnosis.causes().size(); i++) {
            rows.add(card(diagnosis.causes().get(i), "cause-" + i));
        }
        if (!diagnosis.untold().isEmpty()) {
            rows.add(Blocks.section(kit.words().of("diagnosis.untold")));
            for (int i = 0; i < diagnosis.untold().size(); i++) {
                rows.add(card(diagnosis.untold().get(i), "untold-" + i));
            }
        }
        List<Finding> fine = findings.stream().filter(DiagnosisPane::fine).toList();
        if (!fine.isEmpty()) {
            rows.add(folded("diagnosis.passed", fine, "passed"));
        }
        getChildren().setAll(rows);
        Blocks.visible(this, !rows.isEmpty());
    }

    /** Nothing can be asked again while somebody looks. */
    public void busy(boolean busy) {
        again.forEach(button -> button.setDisable(busy));
    }

    private static boolean fine(Finding finding) {
        return Health.of(List.of(finding)) == Health.FINE;
    }

    private Node card(Cause cause, String id) {
        FindingCard card = new FindingCard(kit, id, cause.root());
        card.offer(again(id, () -> checkup.again(cause)));
        if (!cause.consequences().isEmpty()) {
            card.add(folded("diagnosis.follows", cause.consequences(), id + "-follows"));
        }
        return card;
    }

    private Node card(Finding untold, String id) {
        return new FindingCard(kit, id, untold).offer(again(id, () -> checkup.again(untold)));
    }

    private Button again(String id, Runnable action) {
        Button button = new Button(kit.words().of("finding.again"), Icons.of(Icons.Sign.REFRESH));
        button.setId(id + "-again");
        button.setOnAction(_ -> action.run());
        button.setDisable(checkup.view().activity().running());
        again.add(button);
        return button;
    }

    private TitledPane folded(String title, List<Finding> findings, String id) {
        FindingList list = new FindingList(kit);
        list.show(findings);
        TitledPane pane = Folded.of(kit.words().of(title, findings.size()), list);
        pane.setId(id);
        return pane;
    }
}
