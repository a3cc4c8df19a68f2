package org.mailstation.desktop.view.people;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.draft.PeopleDraft;
import org.mailstation.desktop.draft.Person;
import org.mailstation.desktop.draft.Redirect;
import org.mailstation.desktop.flow.SetupState.Filling;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.DraftForm;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.view.parts.Page;

/** Everybody with a mailbox, and every address that leads to others. */
public final class PeoplePage implements Page<Filling> {

    private final Kit kit;
    private final RandomGenerator random;
    private final DraftForm form;
    private final VBox people = new VBox();
    private final VBox redirects = new VBox();
    private final List<PersonRow> personRows = new ArrayList<>();
    private final List<RedirectRow> redirectRows = new ArrayList<>();
    private final NasPeoplePart fromNas;
    private final Button undo;
    private final Parent node;

    /**
     * @param random for generated passwords; nobody can predict it
     */
    public PeoplePage(Kit kit, RandomGenerator random) {
        this.kit = kit;
        this.random = random;
        form = new DraftForm(kit);
        fromNas = new NasPeoplePart(kit);
        people.getStyleClass().add("people");
        redirects.getStyleClass().add("redirects");
        undo = new Button(kit.words().of("people.undo"), Icons.of(Icons.Sign.UNDO));
        undo.setId("undo");
        undo.setMnemonicParsing(true);
        undo.setOnAction(_ -> kit.flow().undo());
        Button more = button("person-add", "people.add", all -> all.plus(Person.EMPTY));
        FlowPane buttons = Blocks.row(more, undo);
        node =
                Blocks.page(
                        kit.words().of("people.title"),
                        kit.words().of("people.lead"),
                        form.above(),
                        people,
                        buttons,
                        fromNas,
                        Blocks.section(kit.words().of("people.aliases")),
                        Blocks.note(kit.words().of("people.aliases.text")),
                        redirects,
                        button("alias-add", "people.alias.add", all -> all.plus(Redirect.EMPTY)));
    }

    private Button button(String id, String key, UnaryOperator<PeopleDraft> change) {
        Button button = new Button(kit.words().of(key), Icons.of(Icons.Sign.ADD));
        button.setId(id);
        button.setMnemonicParsing(true);
        button.setOnAction(_ -> form.edit("people", draft -> draft.withPeople(change)));
        return button;
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void show(Filling state) {
        PeopleDraft all = state.draft().people();
        fit(personRows, people, all.people().size(), index -> new PersonRow(kit, index, random));
        fit(redirectRows, redirects, all.redirects().size(), index -> new RedirectRow(kit, index));
        personRows.forEach(row -> row.show(state));
        redirectRows.forEach(row -> row.show(state));
        form.show(state);
        fromNas.show(state);
        Blocks.visible(undo, state.undo());
    }

    /** As many rows as there are things; a row that stays keeps its caret. */
    private static <R extends Node> void fit(
            List<R> rows, VBox column, int size, IntFunction<R> make) {
        while (rows.size() > size) {
            rows.removeLast();
        }
        while (rows.size() < size) {
            rows.add(make.apply(rows.size()));
        }
        if (column.getChildren().size() != size) {
            column.getChildren().setAll(rows);
        }
    }

    @Override
    public void entered() {
        kit.care().nasPeople().open();
    }

    @Override
    public void accept() {
        kit.flow().accept();
    }

    @Override
    public void forward() {
        kit.flow().next();
    }

    @Override
    public @Nullable Node first() {
        for (PersonRow row : personRows) {
            Node wrong = row.wrong();
            if (wrong != null) {
                return wrong;
            }
        }
        for (RedirectRow row : redirectRows) {
            Node wrong = row.wrong();
            if (wrong != null) {
                return wrong;
            }
        }
        return people.lookup("#person-0");
    }
}
