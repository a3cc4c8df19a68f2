package org.mailstation.desktop.view.status;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.mailstation.control.BackupOutcome;
import org.mailstation.desktop.flow.BackupForm;
import org.mailstation.desktop.flow.Copies;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.words.Words;
import org.mailstation.text.Text;

/** Where copies of everything are made, how it went, and one at once. */
final class BackupPart extends VBox {

    private final Words words;
    private final Copies copies;
    private final VBox state = new VBox();
    private final List<Input> inputs = new ArrayList<>();
    private final Button save;
    private final Button make;

    /** The fields are being filled, not typed into. */
    private boolean showing;

    private record Input(
            String problem, TextField text, Field field, Function<BackupForm, String> get) {}

    BackupPart(Kit kit) {
        this.words = kit.words();
        this.copies = kit.care().copies();
        state.setId("backup-state");
        state.getStyleClass().add("page-part");
        Field to = input("backup-to", BackupForm.TO, BackupForm::to, BackupForm::withTo);
        Field every =
                input("backup-every", BackupForm.EVERY, BackupForm::every, BackupForm::withEvery);
        Field keep = input("backup-keep", BackupForm.KEEP, BackupForm::keep, BackupForm::withKeep);
        save = Rows.button("backup-save", words.of("backup.save"), Icons.Sign.SAVE);
        save.setMnemonicParsing(true);
        save.setOnAction(_ -> copies.save());
        make = Rows.button("backup-make", words.of("backup.make"), Icons.Sign.COPY);
        make.setMnemonicParsing(true);
        make.setOnAction(_ -> copies.make());
        FlowPane buttons = Blocks.row(save, make);
        getStyleClass().add("page-part");
        getChildren().setAll(state, to, Blocks.pair(every, keep), buttons);
    }

    private Field input(
            String id,
            String problem,
            Function<BackupForm, String> get,
            BiFunction<BackupForm, String, BackupForm> set) {
        TextField text = new TextField();
        text.setId(id);
        text.textProperty()
                .addListener(
                        (_, _, typed) -> {
                            if (!showing) {
                                copies.edit(form -> set.apply(form, typed));
                            }
                        });
        Field field = new Field(words.of(problem), text, words.of(problem + ".hint"));
        inputs.add(new Input(problem, text, field, get));
        return field;
    }

    void show(Copies.View view) {
        boolean busy = view.activity().running();
        showing = true;
        try {
            for (Input input : inputs) {
                String typed = input.get().apply(view.form());
                if (!typed.equals(input.text().getText())) {
                    input.text().setText(typed);
                }
                input.field()
                        .problems(
                                view.problems().stream()
                                        .filter(it -> it.field().equals(input.problem()))
                                        .map(it -> words.of(it.text()))
                                        .toList());
                input.field().setDisable(busy);
            }
        } finally {
            showing = false;
        }
        BackupOutcome.Plan plan = view.plan();
        save.setDisable(busy || plan == null);
        make.setDisable(busy || plan == null || plan.to().isEmpty() || plan.working());
        state.getChildren().setAll(plan == null ? List.of() : told(plan));
    }

    private List<Node> told(BackupOutcome.Plan plan) {
        List<Node> all = new ArrayList<>();
        if (plan.to().isEmpty()) {
            all.add(Blocks.paragraph(words.of("backup.none")));
            return all;
        }
        all.add(
                Blocks.paragraph(
                        plan.last() == null
                                ? words.of("backup.never")
                                : words.of("backup.last", words.moment(plan.last()))));
        if (plan.working()) {
            all.add(Blocks.paragraph(words.of("backup.working")));
        } else if (plan.next() != null) {
            all.add(Blocks.paragraph(words.of("backup.next", words.moment(plan.next()))));
        }
        Text reason = plan.reason();
        if (plan.failures() > 0 && plan.failed() != null && reason != null) {
            all.add(
                    new Notice(
                            Notice.Kind.WARNING,
                            words.of("backup.failed", plan.failures(), words.moment(plan.failed())),
                            words.of(reason)));
        }
        if (plan.missing() > 0) {
            all.add(
                    new Notice(
                            Notice.Kind.WARNING,
                            words.of("backup.missing", plan.missing()),
                            words.of("backup.missing.next")));
        }
        return all;
    }
}
