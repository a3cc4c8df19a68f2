package org.mailstation.desktop.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.flow.Activity;
import org.mailstation.desktop.flow.Surprise;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Dialogs;
import org.mailstation.desktop.view.parts.ErrorReport;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.words.Words;
import org.mailstation.desktop.work.Failure;

/** Between page and footer: how far the work is, or why it did not succeed. */
final class ActivityStrip extends VBox {

    private final Words words;
    private final Dialogs dialogs;
    private final ProgressBar bar = new ProgressBar();
    private final Label step = new Label();
    private final Label amount = new Label();
    private final VBox progress;
    private Activity shown = Activity.IDLE;

    ActivityStrip(Words words, Dialogs dialogs) {
        this.words = words;
        this.dialogs = dialogs;
        bar.setId("progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setFocusTraversable(false);
        step.setId("progress-step");
        step.setWrapText(true);
        amount.setId("progress-amount");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        amount.getStyleClass().add("note");
        HBox.setHgrow(step, Priority.ALWAYS);
        step.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(step, amount);
        line.getStyleClass().add("progress-line");
        progress = new VBox(line, bar);
        progress.getStyleClass().add("progress-box");
        getStyleClass().add("activity");
        Blocks.visible(this, false);
    }

    void show(Activity activity) {
        if (activity.equals(shown)) {
            return;
        }
        boolean news = activity instanceof Activity.Failed;
        shown = activity;
        switch (activity) {
            case Activity.Idle _ -> getChildren().clear();
            case Activity.Running running -> show(running);
            case Activity.Failed failed -> getChildren().setAll(notice(failed.failure()));
        }
        Blocks.visible(this, !getChildren().isEmpty());
        if (news && activity instanceof Activity.Failed(Surprise surprise)) {
            dialogs.error(report(surprise));
        }
    }

    private void show(Activity.Running running) {
        String text = words.of(running.step());
        step.setText(running.stopping() ? words.of("progress.stopping") : text);
        amount.setText(
                running.percent() < 0 ? "" : words.of("progress.percent", running.percent()));
        bar.setProgress(
                running.percent() < 0 || running.stopping()
                        ? ProgressBar.INDETERMINATE_PROGRESS
                        : running.percent() / 100.0);
        bar.setAccessibleText(text);
        if (!getChildren().contains(progress)) {
            getChildren().setAll(progress);
        }
    }

    private Notice notice(Failure failure) {
        ErrorReport report = report(failure);
        Button copy = new Button(words.of("error.copy"), Icons.of(Icons.Sign.COPY));
        copy.setId("copy-failure");
        copy.setOnAction(_ -> dialogs.copy(report.text()));
        Label code = Blocks.note(words.of("error.code", failure.code()));
        code.setId("failure-code");
        HBox.setHgrow(code, Priority.ALWAYS);
        code.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(code, copy);
        line.getStyleClass().add("failure-line");
        Notice notice =
                new Notice(
                        Notice.Kind.DANGER, words.of("failure.headline"), report.sentence(), line);
        notice.setId("failure");
        return notice;
    }

    private ErrorReport report(Failure failure) {
        return new ErrorReport(
                words.of(failure.text()),
                failure.code(),
                failure instanceof Surprise surprise ? surprise.details() : "");
    }
}
