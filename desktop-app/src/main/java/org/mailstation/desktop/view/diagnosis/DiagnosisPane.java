package org.mailstation.desktop.view.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.Checkup;
import org.mailstation.desktop.flow.Fix;
import org.mailstation.desktop.flow.FixWords;
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
    private final Runnable unfocused;
    private final List<Button> again = new ArrayList<>();
    private @Nullable Diagnosis shown;
    private List<Finding> all = List.of();

    /**
     * @param unfocused told when one place is no longer looked at
     */
    public DiagnosisPane(Kit kit, Checkup checkup, Runnable unfocused) {
        this.kit = kit;
        this.unfocused = unfocused;
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
        unfocus();
    }

    /** Shows only what is known of one place. */
    public void focus(String place, List<Finding> findings) {
        again.clear();
        Button back = new Button(kit.words().of("diagnosis.everything"));
        back.setId("focus-back");
        back.setMnemonicParsing(true);
        back.setOnAction(_ -> unfocus());
        Label title = Blocks.section(place);
        title.setId("focus");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(title, back);
        head.getStyleClass().add("focus-head");
        List<Node> rows = new ArrayList<>(List.of(head));
        List<Finding> open = findings.stream().filter(one -> !fine(one)).toList();
        for (int i = 0; i < open.size(); i++) {
            rows.add(card(open.get(i), "focus-" + i));
        }
        FindingList fine = new FindingList(kit);
        fine.show(findings.stream().filter(DiagnosisPane::fine).toList());
        rows.add(fine);
        if (findings.isEmpty()) {
            rows.add(Blocks.paragraph(kit.words().of("diagnosis.nothing-here")));
        }
        getChildren().setAll(rows);
        Blocks.visible(this, true);
    }

    /** Shows the whole again. */
    public void unfocus() {
        Diagnosis diagnosis = shown;
        if (diagnosis != null) {
            unfocused.run();
            showWhole(diagnosis, all);
        }
    }

    private void showWhole(Diagnosis diagnosis, List<Finding> findings) {
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
        fix(cause.root(), id).ifPresent(card::offer);
        card.offer(again(id, () -> checkup.again(cause)));
        if (!cause.consequences().isEmpty()) {
            card.add(folded("diagnosis.follows", cause.consequences(), id + "-follows"));
        }
        return card;
    }

    private Node card(Finding one, String id) {
        FindingCard card = new FindingCard(kit, id, one);
        fix(one, id).ifPresent(card::offer);
        return card.offer(again(id, () -> checkup.again(one)));
    }

    /** A button for what this program can do about it itself. */
    private Optional<Button> fix(Finding finding, String id) {
        return Fix.of(finding, all).map(fix -> fix(finding, fix, id));
    }

    private Button fix(Finding finding, Fix fix, String id) {
        Button button = new Button(kit.words().of(FixWords.button(fix)), Icons.of(Icons.Sign.FIX));
        button.setId(id + "-fix");
        button.getStyleClass().add("accent");
        button.setOnAction(_ -> kit.care().repair().prepare(finding, fix));
        button.setDisable(checkup.view().activity().running());
        again.add(button);
        return button;
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
