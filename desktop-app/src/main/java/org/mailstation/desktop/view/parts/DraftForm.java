package org.mailstation.desktop.view.parts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.draft.Draft;
import org.mailstation.desktop.flow.SetupState.Filling;

/** Inputs that show a draft and change it; each knows the field that problems name. */
public final class DraftForm {

    private final Kit kit;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Node> inputs = new LinkedHashMap<>();
    private final List<Consumer<Draft>> fillers = new ArrayList<>();
    private final StackPane elsewhere = new StackPane();
    private final ResumedNotice resumed;
    private final VBox above;

    /** The inputs are being filled from the state, not by the person. */
    private boolean showing;

    public DraftForm(Kit kit) {
        this.kit = kit;
        Blocks.visible(elsewhere, false);
        resumed = new ResumedNotice(kit);
        above = new VBox(resumed, elsewhere);
        above.getStyleClass().add("page-part");
        Blocks.visible(above, false);
    }

    /** How a field is called, named and explained. {@code hint}: empty for none. */
    public record Named(String field, String id, String label, String hint, String prompt) {}

    /** A line of text. */
    public Field text(
            Named named, Function<Draft, String> get, BiFunction<Draft, String, Draft> set) {
        TextField input = new TextField();
        input.setId(named.id());
        input.setPromptText(named.prompt());
        binds(named.field(), input.textProperty(), get, set);
        return added(named, input, input);
    }

    /** A secret; its input is handed over, so that a button can stand beside it. */
    public Field secret(
            Named named,
            PasswordInput input,
            Node row,
            Function<Draft, String> get,
            BiFunction<Draft, String, Draft> set) {
        binds(named.field(), input.textProperty(), get, set);
        return added(named, input.field(), row);
    }

    /** One of several. */
    public <T> Field choice(
            Named named,
            List<T> values,
            Function<T, String> words,
            Function<Draft, @Nullable T> get,
            BiFunction<Draft, T, Draft> set) {
        ComboBox<T> input = new ComboBox<>();
        input.setId(named.id());
        input.getItems().setAll(values);
        input.setMaxWidth(Double.MAX_VALUE);
        input.setPromptText(named.prompt());
        input.setConverter(new Spoken<>(words));
        fillers.add(draft -> input.setValue(get.apply(draft)));
        input.valueProperty()
                .addListener(
                        (_, _, chosen) -> {
                            if (chosen != null) {
                                edit(named.field(), draft -> set.apply(draft, chosen));
                            }
                        });
        return added(named, input, input);
    }

    /** Yes or no. */
    public CheckBox flag(
            Named named, Function<Draft, Boolean> get, BiFunction<Draft, Boolean, Draft> set) {
        CheckBox box = new CheckBox(named.label());
        box.setId(named.id());
        box.setMnemonicParsing(true);
        box.setWrapText(true);
        fillers.add(draft -> box.setSelected(get.apply(draft)));
        box.selectedProperty()
                .addListener((_, _, now) -> edit(named.field(), draft -> set.apply(draft, now)));
        return box;
    }

    private Field added(Named named, Control input, Node row) {
        Field field = new Field(named.label(), input, row, named.hint());
        fields.put(named.field(), field);
        inputs.put(named.field(), input);
        return field;
    }

    private void binds(
            String field,
            StringProperty property,
            Function<Draft, String> get,
            BiFunction<Draft, String, Draft> set) {
        fillers.add(
                draft -> {
                    String text = get.apply(draft);
                    // setting the same text again would move the caret
                    if (!text.equals(property.get())) {
                        property.set(text);
                    }
                });
        property.addListener((_, _, typed) -> edit(field, draft -> set.apply(draft, typed)));
    }

    /** Changes the draft, unless it is the draft that is being shown. */
    public void edit(String field, UnaryOperator<Draft> change) {
        if (!showing) {
            kit.flow().edit(field, change);
        }
    }

    /** Shows a draft and what is wrong with it. */
    public void show(Filling state) {
        showing = true;
        try {
            fillers.forEach(filler -> filler.accept(state.draft()));
        } finally {
            showing = false;
        }
        boolean busy = state.activity().running();
        fields.forEach(
                (name, field) -> {
                    field.problems(
                            state.check().shown(name).stream().map(kit.words()::of).toList());
                    field.setDisable(busy);
                });
        resumed.show(state);
        showElsewhere(state);
        Blocks.visible(above, resumed.isVisible() || elsewhere.isVisible());
    }

    /** Where the draft comes from, and what is wrong with parts that no page shows. */
    public Node above() {
        return above;
    }

    private void showElsewhere(Filling state) {
        List<String> lines =
                state.check().elsewhere().stream()
                        .map(
                                problem ->
                                        kit.words()
                                                .of(
                                                        "form.elsewhere.line",
                                                        problem.field(),
                                                        kit.words().of(problem.text())))
                        .toList();
        elsewhere.getChildren().clear();
        Blocks.visible(elsewhere, !lines.isEmpty());
        if (!lines.isEmpty()) {
            elsewhere
                    .getChildren()
                    .add(
                            new Notice(
                                    Notice.Kind.WARNING,
                                    kit.words().of("form.elsewhere"),
                                    String.join("\n", lines)));
        }
    }

    /** The first input that needs to be mended, or {@code null}. */
    public @Nullable Node wrong() {
        if (kit.flow().state() instanceof Filling state) {
            for (Map.Entry<String, Node> input : inputs.entrySet()) {
                if (!state.check().shown(input.getKey()).isEmpty()) {
                    return input.getValue();
                }
            }
        }
        return null;
    }

    private static final class Spoken<T> extends StringConverter<T> {
        private final Function<T, String> words;

        Spoken(Function<T, String> words) {
            this.words = words;
        }

        @Override
        public String toString(@Nullable T value) {
            return value == null ? "" : words.apply(value);
        }

        @Override
        public @Nullable T fromString(String text) {
            return null; // nothing is typed into it
        }
    }
}
