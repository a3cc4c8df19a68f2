package org.mailstation.desktop.view.form;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.flow.Draft;
import org.mailstation.desktop.flow.DraftField;
import org.mailstation.desktop.flow.Passwords;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Notice;
import org.mailstation.desktop.view.parts.Page;
import org.mailstation.desktop.view.parts.PasswordInput;
import org.mailstation.desktop.words.Words;

/** Domain, name and the first mailbox. */
public final class FormPage implements Page<Filling> {

    private final Kit kit;
    private final Words words;
    private final RandomGenerator random;
    private final TextField domain = text("domain", "example.org");
    private final TextField hostName = text("host-name", "mail.example.org");
    private final TextField person = text("person", "");
    private final TextField mailbox = text("mailbox", "");
    private final PasswordInput password;
    private final PasswordInput repeat;
    private final StrengthBar strength;
    private final StackPane elsewhere = new StackPane();
    private final Map<DraftField, Field> fields = new EnumMap<>(DraftField.class);
    private final Parent node;

    /** The fields are being filled from the state, not by the person. */
    private boolean showing;

    /**
     * @param random for generated passwords; nobody can predict it
     */
    public FormPage(Kit kit, RandomGenerator random) {
        this.kit = kit;
        this.words = kit.words();
        this.random = random;
        password = new PasswordInput("mailbox-password", words.of("form.password.name"), words);
        repeat = new PasswordInput("mailbox-repeat", words.of("form.repeat.name"), words);
        strength = new StrengthBar(words);
        fields.put(
                DraftField.DOMAIN,
                new Field(words.of("form.domain"), domain, words.of("form.domain.hint")));
        fields.put(
                DraftField.HOST_NAME,
                new Field(words.of("form.host-name"), hostName, words.of("form.host-name.hint")));
        fields.put(
                DraftField.PERSON,
                new Field(words.of("form.person"), person, words.of("form.person.hint")));
        fields.put(
                DraftField.MAILBOX,
                new Field(words.of("form.mailbox"), mailbox, words.of("form.mailbox.example")));
        fields.put(
                DraftField.PASSWORD,
                new Field(words.of("form.password"), password.field(), passwordRow(), ""));
        fields.put(
                DraftField.REPEAT, new Field(words.of("form.repeat"), repeat.field(), repeat, ""));
        node =
                Blocks.page(
                        words.of("form.title"),
                        words.of("form.lead"),
                        elsewhere,
                        pair(DraftField.DOMAIN, DraftField.HOST_NAME),
                        Blocks.section(words.of("form.mailbox.section")),
                        pair(DraftField.PERSON, DraftField.MAILBOX),
                        pair(DraftField.PASSWORD, DraftField.REPEAT));
        edits(domain.textProperty(), DraftField.DOMAIN, Draft::withDomain);
        edits(hostName.textProperty(), DraftField.HOST_NAME, Draft::withHostName);
        edits(person.textProperty(), DraftField.PERSON, Draft::withPerson);
        edits(mailbox.textProperty(), DraftField.MAILBOX, Draft::withMailbox);
        edits(password.textProperty(), DraftField.PASSWORD, Draft::withPassword);
        edits(repeat.textProperty(), DraftField.REPEAT, Draft::withRepeat);
    }

    private static TextField text(String id, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        return field;
    }

    private GridPane pair(DraftField left, DraftField right) {
        return Blocks.pair(
                Objects.requireNonNull(fields.get(left)),
                Objects.requireNonNull(fields.get(right)));
    }

    private VBox passwordRow() {
        Button generate = new Button(words.of("form.generate"), Icons.of(Icons.Sign.GENERATE));
        generate.setId("generate");
        generate.setMnemonicParsing(true);
        generate.setMinWidth(Region.USE_PREF_SIZE);
        generate.setOnAction(_ -> generate());
        HBox.setHgrow(password, Priority.ALWAYS);
        HBox row = new HBox(password, generate);
        row.getStyleClass().add("input-row");
        VBox column = new VBox(row, strength);
        column.getStyleClass().add("password-column");
        return column;
    }

    /**
     * Shown in clear, since it must be written down; both fields at once, since it cannot be
     * mistyped.
     */
    private void generate() {
        String fresh = Passwords.generate(random);
        password.textProperty().set(fresh);
        repeat.textProperty().set(fresh);
        password.reveal(true);
        repeat.reveal(true);
    }

    private void edits(
            StringProperty text, DraftField field, BiFunction<Draft, String, Draft> change) {
        text.addListener(
                (_, _, typed) -> {
                    if (!showing) {
                        kit.flow().edit(field, draft -> change.apply(draft, typed));
                    }
                });
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void show(Filling state) {
        showing = true;
        try {
            Draft draft = state.draft();
            fill(domain.textProperty(), draft.domain());
            fill(hostName.textProperty(), draft.hostName());
            fill(person.textProperty(), draft.person());
            fill(mailbox.textProperty(), draft.mailbox());
            fill(password.textProperty(), draft.password().reveal());
            fill(repeat.textProperty(), draft.repeat().reveal());
        } finally {
            showing = false;
        }
        hintAddress(state.draft());
        password.field().setPromptText(state.mailboxExists() ? words.of("form.password.keep") : "");
        strength.show(state.draft());
        boolean busy = state.activity().running();
        fields.forEach(
                (name, field) -> {
                    field.problems(state.check().shown(name).stream().map(words::of).toList());
                    field.setDisable(busy);
                });
        showElsewhere(state);
    }

    private void hintAddress(Draft draft) {
        boolean whole = !draft.mailbox().isBlank() && !draft.domain().isBlank();
        Objects.requireNonNull(fields.get(DraftField.MAILBOX))
                .hint(
                        whole
                                ? words.of("form.mailbox.address", draft.address())
                                : words.of("form.mailbox.example"));
    }

    /** Setting the same text again would move the caret. */
    private static void fill(StringProperty property, String text) {
        if (!text.equals(property.get())) {
            property.set(text);
        }
    }

    private void showElsewhere(Filling state) {
        elsewhere.getChildren().clear();
        Blocks.visible(elsewhere, !state.check().elsewhere().isEmpty());
        if (!state.check().elsewhere().isEmpty()) {
            StringBuilder list = new StringBuilder();
            state.check()
                    .elsewhere()
                    .forEach(
                            problem ->
                                    list.append(list.isEmpty() ? "" : "\n")
                                            .append(
                                                    words.of(
                                                            "form.elsewhere.line",
                                                            problem.field(),
                                                            words.of(problem.text()))));
            elsewhere
                    .getChildren()
                    .add(
                            new Notice(
                                    Notice.Kind.WARNING,
                                    words.of("form.elsewhere"),
                                    list.toString()));
        }
    }

    @Override
    public void forward() {
        kit.flow().review();
    }

    /** The first field that needs to be mended. */
    @Override
    public Node first() {
        if (kit.flow().state() instanceof Filling state) {
            for (DraftField field : DraftField.values()) {
                if (!state.check().shown(field).isEmpty()) {
                    return input(field);
                }
            }
        }
        return domain;
    }

    private Node input(DraftField field) {
        return switch (field) {
            case DOMAIN -> domain;
            case HOST_NAME -> hostName;
            case PERSON -> person;
            case MAILBOX -> mailbox;
            case PASSWORD -> password.field();
            case REPEAT -> repeat.field();
        };
    }
}
