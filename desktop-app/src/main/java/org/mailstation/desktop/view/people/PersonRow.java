package org.mailstation.desktop.view.people;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.draft.Draft;
import org.mailstation.desktop.draft.Passwords;
import org.mailstation.desktop.draft.Person;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.DraftForm;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.PasswordInput;
import org.mailstation.desktop.view.parts.StrengthBar;
import org.mailstation.desktop.words.Words;

/** One person: name, mailbox, password, room. */
final class PersonRow extends VBox {

    private final Words words;
    private final int index;
    private final DraftForm form;
    private final PasswordInput password;
    private final StrengthBar strength;
    private final Field mailbox;
    private final TitledPane more = new TitledPane();
    private final Besides besides;

    /** The person has not been shown yet. */
    private boolean fresh = true;

    private final Button remove;
    private final RandomGenerator random;

    PersonRow(Kit kit, int index, RandomGenerator random) {
        this.words = kit.words();
        this.index = index;
        this.random = random;
        form = new DraftForm(kit);
        password =
                new PasswordInput(
                        "mailbox-password-" + index, words.of("form.password.name"), words);
        strength = new StrengthBar(words);
        Field name = text("name", "person", "form.person", Person::name, Person::withName);
        mailbox = text("address", "mailbox", "form.mailbox", Person::mailbox, Person::withMailbox);
        Field room = text("quota-mb", "room", "form.room", Person::room, Person::withRoom);
        room.hint(words.of("form.room.hint"));
        Field secret =
                form.secret(
                        named("password", "mailbox-password", "form.password"),
                        password,
                        passwordRow(),
                        draft -> person(draft).password().reveal(),
                        (draft, typed) -> changed(draft, typed, Person::withPassword));
        remove = new Button(words.of("people.remove"), Icons.of(Icons.Sign.REMOVE));
        remove.setId("person-remove-" + index);
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setOnAction(
                _ ->
                        form.edit(
                                "account",
                                draft -> draft.withPeople(all -> all.withoutPerson(index))));
        HBox end = new HBox(remove);
        end.getStyleClass().add("row-end");
        getStyleClass().add("person");
        besides = new Besides(form, words, index);
        more.setId("person-more-" + index);
        more.setText(words.of("form.more"));
        more.setContent(besides);
        more.setExpanded(false);
        getChildren().setAll(Blocks.pair(name, mailbox), Blocks.pair(secret, room), more, end);
    }

    private DraftForm.Named named(String field, String id, String key) {
        return new DraftForm.Named(
                "account[" + index + "]." + field, id + "-" + index, words.of(key), "", "");
    }

    private Field text(
            String field,
            String id,
            String key,
            Function<Person, String> get,
            BiFunction<Person, String, Person> set) {
        return form.text(
                named(field, id, key),
                draft -> get.apply(person(draft)),
                (draft, typed) -> changed(draft, typed, set));
    }

    private Person person(Draft draft) {
        return draft.people().people().get(index);
    }

    private Draft changed(Draft draft, String typed, BiFunction<Person, String, Person> set) {
        return draft.withPeople(all -> all.withPerson(index, person -> set.apply(person, typed)));
    }

    private Node passwordRow() {
        Button generate = new Button(words.of("form.generate"), Icons.of(Icons.Sign.GENERATE));
        generate.setId("generate-" + index);
        generate.setMinWidth(Region.USE_PREF_SIZE);
        generate.setOnAction(_ -> generate());
        HBox.setHgrow(strength, Priority.ALWAYS);
        HBox row = new HBox(generate, strength);
        row.getStyleClass().add("input-row");
        VBox column = new VBox(password, row);
        column.getStyleClass().add("password-column");
        return column;
    }

    /** Shown in clear, since it must be written down. */
    private void generate() {
        password.textProperty().set(Passwords.generate(random));
        password.reveal(true);
    }

    void show(Filling state) {
        Person person = person(state.draft());
        String domain = state.draft().name().cleanDomain();
        String address = person.address(domain);
        mailbox.hint(
                person.mailbox().isBlank()
                        ? words.of("form.mailbox.example")
                        : words.of("form.mailbox.address", address));
        password.field()
                .setPromptText(
                        state.known().contains(address) ? words.of("form.password.keep") : "");
        form.show(state);
        more.setDisable(state.activity().running());
        besides.show(person);
        if (fresh && person.unusual() || besides.wrong(state)) {
            more.setExpanded(true);
        }
        fresh = false;
        strength.show(person.password().reveal(), person.mailbox(), domain, person.name());
        Blocks.visible(remove, state.draft().people().people().size() > 1);
        remove.setDisable(state.activity().running());
        remove.setAccessibleText(words.of("people.remove.whom", address));
    }

    @Nullable Node wrong() {
        return form.wrong();
    }
}
