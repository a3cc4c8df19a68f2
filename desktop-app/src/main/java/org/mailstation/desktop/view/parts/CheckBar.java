package org.mailstation.desktop.view.parts;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.flow.Activity;
import org.mailstation.desktop.words.Words;

/** How far the look at the whole station is, with a button to end it; or why it did not succeed. */
public final class CheckBar extends VBox {

    private final Words words;
    private final ProgressBar bar = new ProgressBar();
    private final Label step;
    private final Label amount = new Label();
    private final Label latest = Blocks.note("");
    private final Button cancel;
    private final VBox progress;

    /**
     * @param id of the parts: {@code id-progress}, {@code id-cancel}
     * @param lead what goes on, in one sentence
     */
    public CheckBar(Kit kit, String id, String lead, Runnable onCancel) {
        this(kit.words(), id, lead, onCancel);
    }

    /** The same outside of the pages. */
    public CheckBar(Words words, String id, String lead, Runnable onCancel) {
        this.words = words;
        step = Blocks.paragraph(lead);
        bar.setId(id + "-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(lead);
        amount.getStyleClass().add("note");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        cancel = new Button(words.of("cancel"), Icons.of(Icons.Sign.STOP));
        cancel.setId(id + "-cancel");
        cancel.setMnemonicParsing(true);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> onCancel.run());
        HBox.setHgrow(step, Priority.ALWAYS);
        step.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(step, amount, cancel);
        line.getStyleClass().add("progress-line");
        progress = new VBox(line, bar, latest);
        progress.getStyleClass().add("progress-box");
        getStyleClass().add("page-part");
        Blocks.visible(this, false);
    }

    public void show(Activity activity) {
        switch (activity) {
            case Activity.Idle _ -> getChildren().clear();
            case Activity.Running running -> show(running);
            case Activity.Failed failed ->
                    getChildren()
                            .setAll(
                                    new Notice(
                                            Notice.Kind.DANGER,
                                            words.of("failure.headline"),
                                            words.of(failed.failure().text()),
                                            Blocks.note(
                                                    words.of(
                                                            "error.code",
                                                            failed.failure().code()))));
        }
        Blocks.visible(this, !getChildren().isEmpty());
    }

    private void show(Activity.Running running) {
        boolean known = running.percent() >= 0;
        amount.setText(known ? words.of("progress.percent", running.percent()) : "");
        latest.setText(
                running.stopping()
                        ? words.of("progress.stopping")
                        : known ? words.of("check.latest", words.of(running.step())) : "");
        bar.setProgress(
                known && !running.stopping()
                        ? running.percent() / 100.0
                        : ProgressBar.INDETERMINATE_PROGRESS);
        cancel.setDisable(running.stopping());
        if (!getChildren().contains(progress)) {
            getChildren().setAll(progress);
        }
    }
}
