package org.mailstation.desktop.view.proof;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mailstation.control.Secret;
import org.mailstation.control.TraceStep;
import org.mailstation.desktop.flow.OutwardLetter;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CheckBar;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Finding;
import org.mailstation.words.TraceWords;

/** A letter to somebody elsewhere, and what the other server said. */
final class OutwardPart {

    private final Words words;
    private final OutwardLetter letter;
    private final TextField to = new TextField();
    private final Field field;
    private final Button send;
    private final CheckBar bar;
    private final StackPane answer = new StackPane();
    private final VBox node;
    private boolean ready;

    /**
     * @param mailbox that the letter comes from
     * @param password as typed on the page
     */
    OutwardPart(Kit kit, Supplier<String> mailbox, Supplier<Secret> password) {
        words = kit.words();
        letter = kit.care().outward();
        to.setId("outward-to");
        to.setPromptText("friend@example.net");
        field = new Field(words.of("outward.to"), to, words.of("outward.to.hint"));
        send = new Button(words.of("outward.send"), Icons.of(Icons.Sign.LETTER));
        send.setId("outward-send");
        send.setMnemonicParsing(true);
        send.setOnAction(_ -> letter.send(to.getText(), mailbox.get(), password.get()));
        bar = new CheckBar(kit, "outward", words.of("outward.running"), letter::cancel);
        node =
                new VBox(
                        Blocks.section(words.of("outward.title")),
                        Blocks.paragraph(words.of("outward.text")),
                        field,
                        send,
                        bar,
                        answer);
        node.getStyleClass().add("page-part");
        letter.listen(this::show);
    }

    VBox node() {
        return node;
    }

    /** There is a mailbox that a letter can come from. */
    void ready(boolean now) {
        ready = now;
        show(letter.view());
    }

    void left() {
        letter.cancel();
    }

    private void show(OutwardLetter.View view) {
        boolean busy = view.activity().running();
        to.setDisable(busy);
        send.setDisable(busy || !ready);
        field.problems(view.problem() == null ? List.of() : List.of(words.of(view.problem())));
        bar.show(view.activity());
        answer.getChildren().clear();
        Finding found = view.found();
        Blocks.visible(answer, found != null);
        if (found != null) {
            answer.getChildren().add(notice(found, view.steps()));
        }
    }

    private Notice notice(Finding found, List<TraceStep> steps) {
        Notice.Kind kind =
                switch (found.verdict()) {
                    case PASS -> Notice.Kind.SUCCESS;
                    case FAIL -> Notice.Kind.DANGER;
                    case WARN, UNKNOWN, NOT_APPLICABLE -> Notice.Kind.WARNING;
                };
        Notice notice = new Notice(kind, words.of(found.sentence()), way(steps));
        notice.setId("outward-answer");
        return notice;
    }

    private String way(List<TraceStep> steps) {
        return steps.stream()
                .map(step -> words.time(step.at()) + "  " + words.of(TraceWords.step(step)))
                .collect(Collectors.joining("\n"));
    }
}
