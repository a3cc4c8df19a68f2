package org.mailstation.desktop.view.parts;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Verdict;

/**
 * What checks found, each with its sign, its sentence, what cures it, and the evidence. What passed
 * is said last and briefly.
 */
public final class FindingList extends VBox {

    private static final double SIGN = 18;

    private final Kit kit;
    private List<Finding> shown = List.of();

    public FindingList(Kit kit) {
        this.kit = kit;
        getStyleClass().add("findings");
        Blocks.visible(this, false);
    }

    /** Shows these, the ones that need attention first. */
    public void show(List<Finding> findings) {
        if (shown.equals(findings)) {
            return;
        }
        shown = findings;
        List<Node> rows = new ArrayList<>();
        findings.stream()
                .filter(finding -> !passed(finding))
                .forEach(finding -> rows.add(row(finding)));
        findings.stream().filter(FindingList::passed).forEach(finding -> rows.add(row(finding)));
        getChildren().setAll(rows);
        Blocks.visible(this, !rows.isEmpty());
    }

    private static boolean passed(Finding finding) {
        return finding.verdict() == Verdict.PASS || finding.verdict() == Verdict.NOT_APPLICABLE;
    }

    private Node row(Finding finding) {
        Words words = kit.words();
        Health health = Health.of(List.of(finding));
        Label sentence = Blocks.paragraph(words.of(finding.sentence()));
        sentence.getStyleClass().add("finding-sentence");
        VBox column = new VBox(sentence);
        column.getStyleClass().add("finding-column");
        if (!passed(finding)) {
            Remedy remedy = finding.remedy();
            if (remedy != null) {
                column.getChildren().addAll(remedy(remedy, finding.check()));
            }
            finding.evidence().forEach(evidence -> column.getChildren().add(evidence(evidence)));
        }
        HBox.setHgrow(column, Priority.ALWAYS);
        HBox row = new HBox(new SignView(SIGN, health, words.of("health", health)), column);
        row.getStyleClass().addAll("finding", passed(finding) ? "passed" : "open");
        return row;
    }

    private List<Node> remedy(Remedy remedy, String check) {
        List<Node> nodes = new ArrayList<>();
        Label text = Blocks.paragraph(kit.words().of(remedy.text()));
        text.setGraphic(Icons.of(Icons.Sign.EFFECT));
        text.getStyleClass().add("remedy");
        nodes.add(text);
        String paste =
                switch (remedy) {
                    case Remedy.ChangeSetting _, Remedy.RouterStep _, Remedy.AskProvider _ -> "";
                    case Remedy.DnsRecord it -> it.name() + " " + it.type() + " " + it.value();
                    case Remedy.RunOnNas it -> it.command();
                };
        if (!paste.isEmpty()) {
            CopyText command =
                    new CopyText("remedy-" + check, kit.words().of("finding.paste"), kit);
            command.setText(paste);
            nodes.add(command);
        }
        return nodes;
    }

    private Label evidence(Evidence evidence) {
        return Blocks.note(
                kit.words()
                        .of(
                                "finding.evidence",
                                kit.words().of("vantage", evidence.vantage()),
                                evidence.asked(),
                                evidence.answered(),
                                kit.words().time(evidence.when())));
    }
}
