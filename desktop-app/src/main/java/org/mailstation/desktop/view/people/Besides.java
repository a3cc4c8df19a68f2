package org.mailstation.desktop.view.people;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.draft.Draft;
import org.mailstation.desktop.draft.Further;
import org.mailstation.desktop.draft.Person;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.DraftForm;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.words.Words;

/** What happens to a mailbox's letters besides, and whether it is open at all. */
final class Besides extends VBox {

    private final DraftForm form;
    private final Words words;
    private final int index;
    private final CheckBox refuse;
    private final Label refused;

    /**
     * @param index of the person in the draft
     */
    Besides(DraftForm form, Words words, int index) {
        this.form = form;
        this.words = words;
        this.index = index;
        Field forward =
                form.text(
                        named("form.forward-to", words.of("form.forward-to.hint")),
                        draft -> person(draft).more().forwardTo(),
                        (draft, typed) -> further(draft, it -> it.withForwardTo(typed)));
        CheckBox keep = flag("form.keep-copy", Further::keepCopy, Further::withKeepCopy);
        CheckBox sent = flag("form.save-sent", Further::saveSent, Further::withSaveSent);
        CheckBox open =
                form.flag(
                        named("form.enabled", ""),
                        draft -> person(draft).enabled(),
                        (draft, on) -> changed(draft, person -> person.withEnabled(on)));
        refuse = flag("form.refuse-letters", Further::refuses, Further::withRefuses);
        refused = Blocks.note(words.of("form.refuse-letters.hint"));
        getStyleClass().add("page-part");
        getChildren()
                .setAll(
                        forward,
                        keep,
                        sent,
                        Blocks.note(words.of("form.save-sent.hint")),
                        open,
                        refuse,
                        refused);
    }

    /** Letters can only be refused while nobody can sign in. */
    void show(Person person) {
        Blocks.visible(refuse, !person.enabled());
        Blocks.visible(refused, !person.enabled());
    }

    /** Whether something of it must be mended. */
    boolean wrong(Filling state) {
        return !state.check().shown(field("forward-to")).isEmpty();
    }

    private CheckBox flag(
            String key, Function<Further, Boolean> get, BiFunction<Further, Boolean, Further> set) {
        return form.flag(
                named(key, ""),
                draft -> get.apply(person(draft).more()),
                (draft, on) -> further(draft, it -> set.apply(it, on)));
    }

    private DraftForm.Named named(String words, String hint) {
        String key = words.substring("form.".length());
        return new DraftForm.Named(field(key), key + "-" + index, this.words.of(words), hint, "");
    }

    private String field(String key) {
        return "account[" + index + "]." + key;
    }

    private Person person(Draft draft) {
        return draft.people().people().get(index);
    }

    private Draft further(Draft draft, UnaryOperator<Further> change) {
        return changed(draft, person -> person.withMore(change));
    }

    private Draft changed(Draft draft, UnaryOperator<Person> change) {
        return draft.withPeople(all -> all.withPerson(index, change));
    }
}
