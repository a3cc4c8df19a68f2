package org.mailstation.desktop.view.people;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.draft.Redirect;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.view.parts.DraftForm;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.words.Words;

/** One address that leads to others. */
final class RedirectRow extends HBox {

    private final DraftForm form;
    private final Button remove;
    private final Words words;
    private final int index;

    RedirectRow(Kit kit, int index) {
        this.words = kit.words();
        this.index = index;
        form = new DraftForm(kit);
        Field address =
                form.text(
                        new DraftForm.Named(
                                "alias[" + index + "].address",
                                "alias-" + index,
                                words.of("people.alias"),
                                words.of("people.alias.hint"),
                                "info"),
                        draft -> draft.people().redirects().get(index).address(),
                        (draft, typed) ->
                                draft.withPeople(
                                        all ->
                                                all.withRedirect(
                                                        index, one -> one.withAddress(typed))));
        Field to =
                form.text(
                        new DraftForm.Named(
                                "alias[" + index + "].to",
                                "alias-to-" + index,
                                words.of("people.to"),
                                words.of("people.to.hint"),
                                ""),
                        draft -> draft.people().redirects().get(index).to(),
                        (draft, typed) ->
                                draft.withPeople(
                                        all -> all.withRedirect(index, one -> one.withTo(typed))));
        remove = new Button("", Icons.of(Icons.Sign.REMOVE));
        remove.setId("alias-remove-" + index);
        remove.getStyleClass().add("button-icon");
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setOnAction(
                _ ->
                        form.edit(
                                "alias",
                                draft -> draft.withPeople(all -> all.withoutRedirect(index))));
        HBox.setHgrow(address, Priority.SOMETIMES);
        HBox.setHgrow(to, Priority.ALWAYS);
        getStyleClass().add("redirect");
        getChildren().setAll(address, to, remove);
    }

    void show(Filling state) {
        form.show(state);
        remove.setDisable(state.activity().running());
        Redirect redirect = state.draft().people().redirects().get(index);
        remove.setAccessibleText(words.of("people.remove.whom", redirect.address()));
    }

    @Nullable Node wrong() {
        return form.wrong();
    }
}
