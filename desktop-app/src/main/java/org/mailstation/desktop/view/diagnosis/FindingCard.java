package org.mailstation.desktop.view.diagnosis;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CopyText;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.SignView;
import org.mailstation.desktop.words.Steps;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Remedy;

/**
 * One finding that a person should read: its sentence, what was seen, what to do step by step, and
 * below it what can be done about it from here.
 */
final class FindingCard extends HBox {

    private static final double SIGN = 20;

    /** A person reads a few answers; the rest is folded. */
    private static final int MOST_EVIDENCE = 3;

    private final Kit kit;
    private final Words words;
    private final VBox column = new VBox();
    private final FlowPane buttons = new FlowPane();

    /**
     * @param id of the card, for its parts' ids too
     */
    FindingCard(Kit kit, String id, Finding finding) {
        this.kit = kit;
        this.words = kit.words();
        Health health = Health.of(List.of(finding));
        Label sentence = Blocks.paragraph(words.of(finding.sentence()));
        sentence.getStyleClass().add("finding-sentence");
        column.getStyleClass().add("finding-column");
        column.getChildren().add(sentence);
        column.getChildren().addAll(evidence(finding.evidence()));
        Remedy remedy = finding.remedy();
        if (remedy != null) {
            column.getChildren().addAll(remedy(remedy, id));
        }
        buttons.getStyleClass().add("finding-buttons");
        HBox.setHgrow(column, Priority.ALWAYS);
        setId(id);
        getStyleClass().addAll("finding", "open");
        getChildren().setAll(new SignView(SIGN, health, words.of("health", health)), column);
    }

    private List<Node> evidence(List<Evidence> evidence) {
        List<Node> lines = new ArrayList<>();
        evidence.stream().limit(MOST_EVIDENCE).map(this::line).forEach(lines::add);
        if (evidence.size() > MOST_EVIDENCE) {
            VBox more = new VBox();
            more.getStyleClass().add("finding-column");
            evidence.stream().skip(MOST_EVIDENCE).map(this::line).forEach(more.getChildren()::add);
            lines.add(Folded.of(words.of("finding.more", evidence.size() - MOST_EVIDENCE), more));
        }
        return lines;
    }

    private Label line(Evidence evidence) {
        return Blocks.note(
                words.of(
                        "finding.evidence",
                        words.of("vantage", evidence.vantage()),
                        evidence.asked(),
                        evidence.answered(),
                        words.time(evidence.when())));
    }

    private List<Node> remedy(Remedy remedy, String id) {
        List<Node> nodes = new ArrayList<>();
        Label title = new Label(words.of("finding.what-to-do"));
        title.getStyleClass().add("finding-title");
        nodes.add(title);
        List<String> steps = Steps.of(words.of(remedy.text()), words.locale());
        for (int i = 0; i < steps.size(); i++) {
            nodes.add(step(steps.size() == 1 ? "" : (i + 1) + ".", steps.get(i)));
        }
        String paste =
                switch (remedy) {
                    case Remedy.ChangeSetting _, Remedy.RouterStep _, Remedy.AskProvider _ -> "";
                    case Remedy.DnsRecord it when it.value().isEmpty() -> "";
                    case Remedy.DnsRecord it -> it.name() + " " + it.type() + " " + it.value();
                    case Remedy.RunOnNas it -> it.command();
                };
        if (!paste.isEmpty()) {
            CopyText command = new CopyText(id + "-paste", words.of("finding.paste"), kit);
            command.setText(paste);
            nodes.add(command);
        }
        return nodes;
    }

    private static Node step(String number, String text) {
        Label step = Blocks.paragraph(text);
        HBox.setHgrow(step, Priority.ALWAYS);
        Label mark = new Label(number, number.isEmpty() ? Icons.of(Icons.Sign.EFFECT) : null);
        mark.getStyleClass().add("step-mark");
        HBox row = new HBox(mark, step);
        row.getStyleClass().add("remedy");
        return row;
    }

    /** Adds something that can be done about it. */
    FindingCard offer(Button button) {
        if (!column.getChildren().contains(buttons)) {
            column.getChildren().add(buttons);
        }
        buttons.getChildren().add(button);
        return this;
    }

    /** Adds what is folded below it. */
    FindingCard add(Node below) {
        column.getChildren().add(below);
        return this;
    }
}
