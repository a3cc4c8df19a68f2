package org.mailstation.desktop.view.signin;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.desktop.flow.Question;
import org.mailstation.desktop.flow.SetupState.Asking;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.view.parts.PasswordInput;

/** Something that only the person knows is needed in the middle of the work. */
public final class QuestionPage implements Page<Asking> {

    private final Kit kit;
    private final Label text = Blocks.paragraph("");
    private final PasswordInput hidden;
    private final TextField visible = new TextField();
    private final Field hiddenField;
    private final Field visibleField;
    private final Parent node;
    private @Nullable Question asked;

    public QuestionPage(Kit kit) {
        this.kit = kit;
        String name = kit.words().of("question.answer.name");
        hidden = new PasswordInput("answer", name, kit.words());
        visible.setId("answer-visible");
        hiddenField = new Field(kit.words().of("question.answer"), hidden.field(), hidden, "");
        visibleField = new Field(kit.words().of("question.answer"), visible, "");
        node = Blocks.page(kit.words().of("question.title"), "", text, hiddenField, visibleField);
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void show(Asking state) {
        Question question = state.question();
        if (question == asked) {
            return;
        }
        asked = question;
        hidden.clear();
        visible.clear();
        Blocks.visible(hiddenField, !question.visible());
        Blocks.visible(visibleField, question.visible());
        text.setText(
                switch (question) {
                    case Question.Passphrase it ->
                            kit.words().of("question.passphrase", it.keyFile());
                    case Question.SudoPassword it -> kit.words().of("question.sudo", it.user());
                    case Question.Other it -> kit.words().of("question.other", it.words());
                });
        hiddenField.problems(
                question.again() ? List.of(kit.words().of("question.again")) : List.of());
    }

    @Override
    public void forward() {
        Question question = asked;
        boolean open = question != null && question.visible();
        Secret answer = new Secret(open ? visible.getText() : hidden.text());
        asked = null;
        hidden.clear();
        visible.clear();
        kit.flow().answer(answer);
    }

    @Override
    public Node first() {
        return visibleField.isVisible() ? visible : hidden.field();
    }
}
