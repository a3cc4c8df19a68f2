package org.mailstation.desktop.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.mailstation.bounce.Answer;
import org.mailstation.bounce.Explanation;
import org.mailstation.control.Trace;
import org.mailstation.desktop.flow.Activity;
import org.mailstation.desktop.flow.Explained;
import org.mailstation.desktop.flow.Explaining;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.CheckBar;
import org.mailstation.desktop.view.parts.Extent;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.LetterDrop;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.theme.Theme;
import org.mailstation.desktop.words.Words;
import org.mailstation.text.Text;
import org.mailstation.words.BounceWords;
import org.mailstation.words.TraceWords;

/** Takes a letter that came back, as a file or as copied text, and says what it means. */
final class ReturnedDialog {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 640;

    private final Stage stage = new Stage();
    private final Words words;
    private final TextArea pasted = new TextArea();
    private final Button file;
    private final Button text;
    private final VBox answer = new VBox();
    private final CheckBar bar;

    /**
     * @param choose lets the person choose a file
     */
    ReturnedDialog(
            Window owner, Words words, Explaining explaining, Supplier<Optional<Path>> choose) {
        this.words = words;
        file = button("returned-file", "returned.file", Icons.Sign.OPEN);
        file.setOnAction(_ -> choose.get().ifPresent(explaining::file));
        text = button("returned-explain", "returned.explain", Icons.Sign.SEARCH);
        text.setOnAction(_ -> explaining.text(pasted.getText()));
        pasted.setId("returned-text");
        pasted.setPrefRowCount(4);
        pasted.setWrapText(true);
        pasted.setPromptText(words.of("returned.prompt"));
        pasted.setAccessibleText(words.of("returned.prompt"));
        FlowPane buttons = Blocks.row(file, text);
        bar =
                new CheckBar(
                        words,
                        "returned",
                        words.of(Text.of("flow.explain.reading")),
                        explaining::cancel);
        answer.setId("returned-answer");
        answer.getStyleClass().add("page-part");
        VBox column =
                new VBox(Blocks.paragraph(words.of("returned.lead")), pasted, buttons, bar, answer);
        column.getStyleClass().add("dialog");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("page-scroll", "dialog-scroll");
        Extent extent = Extent.on(owner, WIDTH, HEIGHT);
        Scene scene = new Scene(scroll, extent.width(), extent.height());
        Theme.dress(scene);
        LetterDrop.onto(scroll, explaining, stage::toFront);
        stage.setTitle(words.of("returned.title"));
        stage.initOwner(owner);
        stage.initModality(Modality.NONE);
        stage.setScene(scene);
        explaining.listen(this::show);
    }

    private Button button(String id, String key, Icons.Sign sign) {
        Button button = new Button(words.of(key), Icons.of(sign));
        button.setId(id);
        button.setMnemonicParsing(true);
        return button;
    }

    void show() {
        stage.show();
        stage.toFront();
    }

    void close() {
        stage.close();
    }

    Scene scene() {
        return stage.getScene();
    }

    private void show(Explaining.View view) {
        boolean busy = view.activity().running();
        file.setDisable(busy);
        text.setDisable(busy);
        bar.show(view.activity());
        answer.getChildren().clear();
        if (!(view.activity() instanceof Activity.Idle)) {
            return;
        }
        List<Explained> all = view.all();
        if (view.given() > all.size()) {
            Text many = Text.of("bounce.too-many", view.given(), all.size());
            answer.getChildren().add(new Notice(Notice.Kind.WARNING, words.of(many), ""));
        }
        for (int i = 0; i < all.size(); i++) {
            Explained one = all.get(i);
            if (all.size() > 1) {
                Text name = Text.of("bounce.file", i + 1, all.size(), one.name());
                answer.getChildren().add(Blocks.section(words.of(name)));
            }
            show(one);
        }
    }

    private void show(Explained one) {
        Explanation found = one.found();
        Text problem = one.problem();
        if (found != null) {
            show(found);
        } else if (problem != null) {
            answer.getChildren().add(new Notice(Notice.Kind.DANGER, words.of(problem), ""));
        }
    }

    private void show(Explanation found) {
        answer.getChildren()
                .add(
                        new Notice(
                                found.isReturned() ? Notice.Kind.WARNING : Notice.Kind.INFORMATION,
                                words.of(found.headline()),
                                found.letter().subject().isEmpty()
                                        ? ""
                                        : words.of(
                                                Text.of(
                                                        "bounce.about",
                                                        found.letter().subject()))));
        if (!found.isReturned()) {
            return;
        }
        found.answers().forEach(one -> answer.getChildren().add(block(one)));
        answer.getChildren().add(Blocks.paragraph(words.of(found.log().text())));
        for (Trace letter : found.log().letters()) {
            letter.steps()
                    .forEach(
                            step ->
                                    answer.getChildren()
                                            .add(
                                                    Blocks.note(
                                                            words.moment(step.at())
                                                                    + "  "
                                                                    + words.of(
                                                                            TraceWords.step(
                                                                                    step)))));
        }
        if (found.cut()) {
            answer.getChildren().add(Blocks.note(words.of(Text.of("bounce.cut"))));
        }
    }

    /** Whom it was for, large; why and what to do; the server's own words, small. */
    private Node block(Answer one) {
        List<Text> texts = BounceWords.answer(one);
        VBox block = new VBox(Blocks.section(words.of(texts.getFirst())));
        for (Text text : texts.subList(1, texts.size())) {
            boolean quoted = text.key().equals("bounce.reply");
            block.getChildren()
                    .add(quoted ? Blocks.note(words.of(text)) : Blocks.paragraph(words.of(text)));
        }
        block.setSpacing(6);
        return block;
    }
}
