package org.mailstation.desktop.view.signin;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.mailstation.config.Problem;
import org.mailstation.control.Secret;
import org.mailstation.desktop.flow.SetupState.SigningIn;
import org.mailstation.desktop.flow.SignInForm;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.view.parts.PasswordInput;

/** Who are you on the Disk Station? */
public final class SignInPage implements Page<SigningIn> {

    private final Kit kit;
    private final TextField user = new TextField();
    private final RadioButton byPassword = new RadioButton();
    private final RadioButton byKey = new RadioButton();
    private final PasswordInput password;
    private final TextField keyFile = new TextField();
    private final Field userField;
    private final Field passwordField;
    private final Field keyField;
    private final Parent node;

    public SignInPage(Kit kit) {
        this.kit = kit;
        user.setId("user");
        keyFile.setId("key-file");
        password =
                new PasswordInput("password", kit.words().of("sign-in.password.name"), kit.words());
        userField =
                new Field(
                        kit.words().of("sign-in.user"), user, kit.words().of("sign-in.user.hint"));
        passwordField =
                new Field(
                        kit.words().of("sign-in.password"),
                        password.field(),
                        password,
                        kit.words().of("sign-in.password.hint"));
        keyField =
                new Field(
                        kit.words().of("sign-in.key-file"),
                        keyFile,
                        keyRow(),
                        kit.words().of("sign-in.key-file.hint"));
        node =
                Blocks.page(
                        kit.words().of("sign-in.title"),
                        kit.words().of("sign-in.lead"),
                        userField,
                        choice(),
                        passwordField,
                        keyField);
        switchWay();
    }

    private FlowPane choice() {
        ToggleGroup group = new ToggleGroup();
        byPassword.setToggleGroup(group);
        byPassword.setId("by-password");
        byPassword.setText(kit.words().of("sign-in.by-password"));
        byPassword.setSelected(true);
        byKey.setToggleGroup(group);
        byKey.setId("by-key");
        byKey.setText(kit.words().of("sign-in.by-key"));
        group.selectedToggleProperty().addListener((_, _, _) -> switchWay());
        FlowPane row = Blocks.row(byPassword, byKey);
        row.getStyleClass().add("choice-row");
        return row;
    }

    private HBox keyRow() {
        Button choose =
                new Button(kit.words().of("sign-in.key-file.choose"), Icons.of(Icons.Sign.OPEN));
        choose.setId("key-file-choose");
        choose.setOnAction(
                _ ->
                        kit.dialogs()
                                .chooseKeyFile()
                                .ifPresent(path -> keyFile.setText(path.toString())));
        HBox.setHgrow(keyFile, Priority.ALWAYS);
        HBox row = new HBox(keyFile, choose);
        row.getStyleClass().add("input-row");
        return row;
    }

    private void switchWay() {
        Blocks.visible(passwordField, !byKey.isSelected());
        Blocks.visible(keyField, byKey.isSelected());
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void show(SigningIn state) {
        SignInForm form = state.form();
        if (user.getText().isEmpty()) {
            user.setText(form.user());
        }
        if (keyFile.getText().isEmpty()) {
            keyFile.setText(form.keyFile());
            byKey.setSelected(form.byKey());
        }
        problems(userField, SignInForm.USER, state);
        problems(passwordField, SignInForm.PASSWORD, state);
        problems(keyField, SignInForm.KEY_FILE, state);
        List.of(userField, passwordField, keyField)
                .forEach(field -> field.setDisable(state.activity().running()));
    }

    private void problems(Field field, String name, SigningIn state) {
        field.problems(
                state.problems().stream()
                        .filter(problem -> problem.field().equals(name))
                        .map(Problem::text)
                        .map(kit.words()::of)
                        .toList());
    }

    @Override
    public void forward() {
        boolean key = byKey.isSelected();
        kit.flow()
                .signIn(
                        new SignInForm(
                                user.getText(),
                                key,
                                new Secret(key ? "" : password.text()),
                                keyFile.getText()));
    }

    @Override
    public Node first() {
        return user.getText().isEmpty() ? user : byKey.isSelected() ? keyFile : password.field();
    }
}
