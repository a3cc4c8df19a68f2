package org.mailstation.desktop.view.review;

import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.flow.SetupState.NotApplied;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.FindingList;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.parts.Page;

/** It does not run: in what state the station is now, why, and what to do. */
public final class NotAppliedPage implements Page<NotApplied> {

    private final Kit kit;
    private final StackPane reason = new StackPane();
    private final FindingList findings;
    private final VBox problems = new VBox();
    private final Parent node;

    public NotAppliedPage(Kit kit) {
        this.kit = kit;
        findings = new FindingList(kit);
        problems.getStyleClass().add("changes");
        node = Blocks.page(kit.words().of("not-applied.title"), "", reason, problems, findings);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void show(NotApplied state) {
        reason.getChildren()
                .setAll(
                        new Notice(
                                Notice.Kind.WARNING,
                                kit.words().of(state.reason()),
                                kit.words().of("not-applied.text")));
        findings.show(state.findings());
        Blocks.visible(problems, !state.problems().isEmpty());
        problems.getChildren()
                .setAll(
                        state.problems().stream()
                                .map(
                                        problem ->
                                                Blocks.paragraph(
                                                        kit.words()
                                                                .of(
                                                                        "form.elsewhere.line",
                                                                        problem.field(),
                                                                        kit.words()
                                                                                .of(
                                                                                        problem
                                                                                                .text()))))
                                .toList());
    }

    @Override
    public void forward() {
        kit.flow().reconsider();
    }
}
