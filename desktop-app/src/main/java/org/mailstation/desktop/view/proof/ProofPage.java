package org.mailstation.desktop.view.proof;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.desktop.flow.Proof;
import org.mailstation.desktop.flow.SetupState.Afterwards;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CheckBar;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.view.parts.PasswordInput;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Finding;

/** Lets mail go its way, and lights up what has been shown to work. */
public final class ProofPage implements Page<Afterwards> {

    private final Kit kit;
    private final Proof proof;
    private final ComboBox<String> mailbox = new ComboBox<>();
    private final PasswordInput password;
    private final Field passwordField;
    private final Button run;
    private final CheckBar bar;
    private final Map<Proof.Part, ProofRow> rows = new EnumMap<>(Proof.Part.class);
    private final OutwardPart outward;
    private final Parent node;

    public ProofPage(Kit kit) {
        this.kit = kit;
        Words words = kit.words();
        proof = kit.care().proof();
        mailbox.setId("proof-mailbox");
        mailbox.setMaxWidth(Double.MAX_VALUE);
        mailbox.valueProperty()
                .addListener(
                        (_, _, chosen) -> {
                            if (chosen != null) {
                                proof.choose(chosen);
                            }
                        });
        password = new PasswordInput("proof-password", words.of("proof.password.name"), words);
        passwordField = new Field(words.of("proof.password"), password.field(), password, "");
        run = new Button(words.of("proof.run"), Icons.of(Icons.Sign.LETTER));
        run.setId("proof-run");
        run.setMnemonicParsing(true);
        run.setOnAction(_ -> run());
        bar = new CheckBar(kit, "proof", words.of("proof.running"), proof::cancel);
        VBox column = new VBox();
        column.getStyleClass().add("records");
        for (Proof.Part part : Proof.Part.values()) {
            ProofRow row = new ProofRow(kit, part);
            row.setId("proof-" + part.name().toLowerCase(Locale.ROOT));
            rows.put(part, row);
            column.getChildren().add(row);
        }
        outward =
                new OutwardPart(
                        kit, () -> proof.view().mailbox(), () -> new Secret(password.text()));
        node =
                Blocks.page(
                        words.of("proof.title"),
                        words.of("proof.lead"),
                        Blocks.pair(
                                new Field(words.of("proof.mailbox"), mailbox, ""), passwordField),
                        run,
                        bar,
                        column,
                        outward.node());
        proof.listen(this::show);
    }

    private void run() {
        if (proof.view().mailbox().isEmpty()) {
            proof.open(); // it was cancelled, or did not succeed
            return;
        }
        proof.run(new Secret(password.text()));
        password.clear();
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void entered() {
        proof.open();
    }

    @Override
    public void left() {
        proof.cancel();
        outward.left();
    }

    private void show(Proof.View view) {
        if (!mailbox.getItems().equals(view.mailboxes())) {
            mailbox.getItems().setAll(view.mailboxes());
        }
        mailbox.setValue(view.mailbox());
        boolean busy = view.activity().running();
        mailbox.setDisable(busy);
        password.setDisable(busy);
        run.setDisable(busy);
        password.field()
                .setPromptText(view.knowsPassword() ? kit.words().of("proof.password.known") : "");
        passwordField.hint(view.knowsPassword() ? "" : kit.words().of("proof.password.hint"));
        passwordField.problems(List.of());
        bar.show(view.activity());
        outward.ready(!busy && !view.mailbox().isEmpty());
        rows.forEach(
                (part, row) -> {
                    List<Finding> found = view.found().getOrDefault(part, List.of());
                    row.show(found, part == view.current() && busy && found.isEmpty());
                });
    }

    @Override
    public void forward() {
        kit.flow().next();
    }

    @Override
    public @Nullable Node first() {
        return run;
    }
}
