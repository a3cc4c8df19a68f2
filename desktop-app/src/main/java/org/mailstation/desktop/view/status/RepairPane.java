package org.mailstation.desktop.view.status;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.flow.Mended;
import org.mailstation.desktop.flow.Mending;
import org.mailstation.desktop.flow.Repair;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CheckBar;
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
        Mended mended = view.mended();
        Mending.Plan plan = job.plan();
        if (mended != null) {
            rows.add(notice(mended));
            rows.add(new ProofTable(kit, mended.pairs()));
        } else if (plan != null) {
            rows.addAll(will(plan));
        }
        if (view.stopped()) {
            Notice stopped =
                    new Notice(
                            Notice.Kind.INFORMATION,
                            words.of("fix.stopped"),
                            words.of("fix.stopped.text"));
            stopped.setId("fix-stopped");
            rows.add(stopped);
        }
        rows.add(bar);
        if (!view.activity().running()) {
            rows.add(buttons(job, mended != null));
        }
        getChildren().setAll(rows);
    }

    private List<Node> will(Mending.Plan plan) {
        List<Node> rows = new ArrayList<>();
        Label title = new Label(words.of("fix.will"));
        title.getStyleClass().add("finding-title");
        rows.add(title);
        for (Text one : plan.will()) {
            Label line = Blocks.paragraph(words.of(one));
            line.setGraphic(Icons.of(Icons.Sign.EFFECT));
            line.getStyleClass().add("change-effect");
            rows.add(line);
        }
        Label back = Blocks.note(words.of(plan.back()));
        back.setId("fix-back");
        rows.add(back);
        return rows;
    }

    private Notice notice(Mended mended) {
        List<Node> more = new ArrayList<>();
        Finding worse = mended.worse();
        if (worse != null) {
            more.add(Blocks.paragraph(words.of("fix.worse", words.of(worse.sentence()))));
        }
        Text why = mended.why();
        if (why != null) {
            more.add(Blocks.paragraph(words.of(why)));
        }
        Notice notice =
                new Notice(
                        mended.result() == Mended.Result.CURED
                                ? Notice.Kind.SUCCESS
                                : Notice.Kind.WARNING,
                        words.of(mended.sentence()),
                        "",
                        more.toArray(Node[]::new));
        notice.setId("fix-outcome");
        return notice;
    }

    private FlowPane buttons(Repair.Job job, boolean done) {
        Button leave = new Button(words.of(done ? "fix.close" : "fix.leave"));
        leave.setId("fix-leave");
        leave.setMnemonicParsing(true);
        leave.setOnAction(_ -> repair.cancel());
        FlowPane row = Blocks.row(leave);
        if (job.ready()) {
            Button go = new Button(words.of("fix.go"), Icons.of(Icons.Sign.FIX));
            go.setId("fix-go");
            go.setMnemonicParsing(true);
            go.getStyleClass().add("accent");
            go.setOnAction(_ -> repair.carryOut());
            row.getChildren().addFirst(go);
        }
        return row;
    }
}
