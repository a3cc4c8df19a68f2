package org.mailstation.desktop.view.status;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.Repair;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CheckBar;
import org.mailstation.desktop.view.parts.FindingList;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Finding;
import org.mailstation.text.Text;

/** What would be done about a finding, a yes or no, how far it is, and the proof. */
final class RepairPane extends VBox {

    private final Kit kit;
    private final Words words;
    private final Repair repair;
    private final CheckBar bar;

    RepairPane(Kit kit) {
        this.kit = kit;
        this.words = kit.words();
        this.repair = kit.care().repair();
        bar = new CheckBar(kit, "fix", words.of("fix.lead"), repair::cancel);
        setId("fix");
        getStyleClass().addAll("page-part", "repair");
        repair.listen(this::show);
    }

    private void show(Repair.View view) {
        bar.show(view.activity());
        Repair.@Nullable Job job = view.job();
        Blocks.visible(this, job != null);
        if (job == null) {
            getChildren().clear();
            return;
        }
        List<Node> rows = new ArrayList<>();
        rows.add(Blocks.section(words.of("fix.title")));
        rows.add(Blocks.paragraph(words.of(job.about().sentence())));
        Repair.@Nullable Proof proof = view.proof();
        if (proof != null) {
            rows.addAll(proof(proof));
        } else if (!job.will().isEmpty()) {
            rows.addAll(will(job));
        }
        rows.add(bar);
        if (!view.activity().running()) {
            rows.add(buttons(job, proof != null));
        }
        getChildren().setAll(rows);
    }

    private List<Node> will(Repair.Job job) {
        List<Node> rows = new ArrayList<>();
        Label title = new Label(words.of("fix.will"));
        title.getStyleClass().add("finding-title");
        rows.add(title);
        for (Text one : job.will()) {
            Label line = Blocks.paragraph(words.of(one));
            line.setGraphic(Icons.of(Icons.Sign.EFFECT));
            line.getStyleClass().add("change-effect");
            rows.add(line);
        }
        return rows;
    }

    private List<Node> proof(Repair.Proof proof) {
        Notice notice = notice(proof);
        notice.setId("fix-outcome");
        FindingList list = new FindingList(kit);
        list.show(proof.findings());
        return List.of(notice, list);
    }

    private Notice notice(Repair.Proof proof) {
        Finding worse = proof.worse();
        if (worse != null) {
            return new Notice(
                    Notice.Kind.WARNING,
                    words.of("fix.taken-back"),
                    words.of("fix.taken-back.text", words.of(worse.sentence())));
        }
        return proof.cured()
                ? new Notice(Notice.Kind.SUCCESS, words.of("fix.cured"), words.of("fix.cured.text"))
                : new Notice(
                        Notice.Kind.WARNING,
                        words.of("fix.not-cured"),
                        words.of("fix.not-cured.text"));
    }

    private HBox buttons(Repair.Job job, boolean done) {
        Button leave = new Button(words.of(done ? "fix.close" : "fix.leave"));
        leave.setId("fix-leave");
        leave.setMnemonicParsing(true);
        leave.setOnAction(_ -> repair.cancel());
        HBox row = new HBox(leave);
        if (job.ready()) {
            Button go = new Button(words.of("fix.go"), Icons.of(Icons.Sign.FIX));
            go.setId("fix-go");
            go.setMnemonicParsing(true);
            go.getStyleClass().add("accent");
            go.setOnAction(_ -> repair.carryOut());
            row.getChildren().addFirst(go);
        }
        row.getStyleClass().add("input-row");
        return row;
    }
}
