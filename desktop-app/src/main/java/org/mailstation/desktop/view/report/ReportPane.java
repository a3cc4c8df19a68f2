package org.mailstation.desktop.view.report;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.flow.Activity;
import org.mailstation.desktop.report.Draft;
import org.mailstation.desktop.report.Reporting;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CheckBar;
import org.mailstation.desktop.view.parts.Dialogs;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.parts.Squeezed;
import org.mailstation.desktop.words.Words;
import org.mailstation.text.Text;

/** Gathering, then looking at what was gathered, then saving it. */
final class ReportPane extends VBox {
    /** What part of the window may be taken by how far it is, or where it was saved. */
    private static final double OUTCOME = 0.25;

    private final Words words;
    private final Reporting reporting;
    private final Dialogs dialogs;
    private final CheckBar bar;
    private final PartRows parts;
    private final Choices choices;
    private final Preview preview;
    private final VBox outcome = new VBox();
    private final Button save;
    private final Button open;
    private final Button copy;
    private final Button again;

    /**
     * @param close of the window
     */
    ReportPane(Words words, Reporting reporting, Dialogs dialogs, Runnable close) {
        this.words = words;
        this.reporting = reporting;
        this.dialogs = dialogs;
        bar = new CheckBar(words, "report", words.of("report.gather-lead"), reporting::cancel);
        parts = new PartRows(words);
        choices = new Choices(words, reporting);
        preview = new Preview(words);
        save = button("report-save", "report.save", Icons.Sign.SAVE, this::save);
        save.getStyleClass().add("accent");
        open =
                button(
                        "report-open",
                        "report.open",
                        Icons.Sign.OPEN,
                        () -> reporting.open(dialogs::open));
        copy = button("report-copy", "report.copy", Icons.Sign.COPY, this::copy);
        again = button("report-again", "report.again", Icons.Sign.REFRESH, reporting::begin);
        Button done = button("report-close", "report.close", Icons.Sign.STOP, close);
        done.setCancelButton(true);
        FlowPane buttons = new FlowPane(save, open, copy, again, done);
        buttons.getStyleClass().add("finding-buttons");
        ScrollPane middle =
                Blocks.page(
                        words.of("report.window"),
                        words.of("report.lead"),
                        parts,
                        preview,
                        choices,
                        preview.whole());
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox foot = new VBox(new Squeezed(new VBox(bar, outcome), OUTCOME), buttons);
        foot.getStyleClass().add("report-foot");
        getStyleClass().add("report-window");
        getChildren().setAll(middle, foot);
        reporting.listen(this::show);
    }

    private Button button(String id, String key, Icons.Sign sign, Runnable action) {
        Button button = new Button(words.of(key), Icons.of(sign));
        button.setId(id);
        button.setMnemonicParsing(true);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void save() {
        dialogs.place(reporting.name()).ifPresent(reporting::save);
    }

    private void copy() {
        Draft draft = reporting.view().draft();
        if (draft != null) {
            dialogs.copy(draft.text());
        }
    }

    private void show(Reporting.View view) {
        boolean running = view.activity().running();
        Draft draft = view.draft();
        bar.show(view.activity());
        parts.show(view.rows());
        Blocks.visible(
                parts, draft == null && (running || view.activity() instanceof Activity.Failed));
        Blocks.visible(preview, draft != null);
        Blocks.visible(choices, draft != null);
        Blocks.visible(preview.whole(), draft != null);
        choices.show(view);
        if (draft != null) {
            preview.show(draft);
        }
        save.setDisable(draft == null || running);
        copy.setDisable(draft == null);
        open.setDisable(view.saved() == null);
        again.setDisable(running);
        outcome(view);
    }

    private void outcome(Reporting.View view) {
        outcome.getChildren().clear();
        Path saved = view.saved();
        Text trouble = view.unopened();
        if (saved != null) {
            Notice notice =
                    new Notice(
                            trouble == null ? Notice.Kind.SUCCESS : Notice.Kind.WARNING,
                            words.of("report.saved", saved),
                            trouble == null ? words.of("report.saved.text") : words.of(trouble));
            notice.setId("report-saved");
            outcome.getChildren().add(notice);
        }
        Blocks.visible(outcome, saved != null);
    }
}
