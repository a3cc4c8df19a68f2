package org.mailstation.desktop.view.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Language;
import org.mailstation.desktop.flow.Activity;
import org.mailstation.desktop.flow.Copies;
import org.mailstation.desktop.flow.Habits;
import org.mailstation.desktop.flow.Step;
import org.mailstation.desktop.flow.Tongue;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Field;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.words.Words;
import org.mailstation.text.Text;

/** The way to each page of the settings, and what this program does by itself. */
final class SettingsTab {

    private static final List<Step> PAGES =
            List.of(
                    Step.LINE,
                    Step.NAME,
                    Step.PEOPLE,
                    Step.SAFETY,
                    Step.PORTS,
                    Step.RECORDS,
                    Step.PROOF,
                    Step.PROGRAMS);

    private final Habits habits;
    private final CheckBox autostart;
    private final ComboBox<Language> language = new ComboBox<>();
    private final Field languageField;
    private final BackupPart backup;
    private final VersionPart version;
    private final Tongue tongue;
    private final Copies copies;
    private final Shelf shelf;
    private final Map<Object, Told> told = new LinkedHashMap<>();

    /** The box is being filled, not ticked. */
    private boolean showing;

    SettingsTab(Kit kit) {
        this.habits = kit.care().habits();
        Words words = kit.words();
        VBox pages = new VBox();
        pages.setId("settings-pages");
        pages.getStyleClass().add("rows");
        for (Step step : PAGES) {
            pages.getChildren().add(row(kit, step));
        }
        autostart = new CheckBox(words.of("settings.autostart"));
        autostart.setId("autostart");
        autostart.setMnemonicParsing(true);
        autostart
                .selectedProperty()
                .addListener(
                        (_, _, now) -> {
                            if (!showing) {
                                habits.startBySelf(now);
                            }
                        });
        tongue = kit.care().tongue();
        copies = kit.care().copies();
        languageField = language(words);
        backup = new BackupPart(kit);
        version = new VersionPart(kit);
        shelf =
                new Shelf(
                        kit,
                        "settings",
                        words.of("settings.working"),
                        new Shelf.Deeds(this::cancel, copies::confirm, copies::leave),
                        Blocks.section(words.of("settings.program")),
                        autostart,
                        Blocks.note(words.of("settings.autostart.hint")),
                        version,
                        Blocks.section(words.of("settings.pages")),
                        pages,
                        Blocks.section(words.of("settings.backup")),
                        backup,
                        Blocks.section(words.of("settings.language")),
                        languageField);
        habits.listen(now -> show(habits, new Told(now.activity(), null)));
        copies.listen(now -> show(copies, new Told(now.activity(), now.done())));
        tongue.listen(now -> show(tongue, new Told(now.activity(), now.done())));
    }

    private Field language(Words words) {
        language.setId("language");
        language.getItems().setAll(Language.values());
        language.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Language one) {
                        return one == null ? "" : one.locale().getDisplayLanguage(words.locale());
                    }

                    @Override
                    public @Nullable Language fromString(String text) {
                        return null; // nothing is typed into it
                    }
                });
        language.valueProperty()
                .addListener(
                        (_, _, now) -> {
                            if (!showing && now != null) {
                                tongue.speak(now);
                            }
                        });
        return new Field(
                words.of("settings.language.name"), language, words.of("settings.language.hint"));
    }

    /** Somebody comes to see it. */
    void open() {
        habits.open();
        copies.open();
        tongue.open();
    }

    private void cancel() {
        habits.cancel();
        copies.cancel();
        tongue.cancel();
    }

    Node node() {
        return shelf;
    }

    private static Node row(Kit kit, Step step) {
        Words words = kit.words();
        String name = step.name().toLowerCase(Locale.ROOT);
        Button open = Rows.button("settings-" + name, words.of("settings.open"), Icons.Sign.CHANGE);
        open.setAccessibleText(words.of("settings.open.what", words.of("step", step)));
        open.setOnAction(_ -> kit.flow().goTo(step));
        Label title = new Label(words.of("step", step));
        title.getStyleClass().add("letter-subject");
        return Rows.row(title, Blocks.note(words.of("settings.page", step)), open);
    }

    /** What one of them has to say. */
    private record Told(Activity activity, @Nullable Text done) {
        boolean matters() {
            return done != null || activity instanceof Activity.Failed;
        }
    }

    private void show(Object who, Told now) {
        told.remove(who);
        told.put(who, now);
        Habits.View habit = habits.view();
        Tongue.View spoken = tongue.view();
        showing = true;
        try {
            autostart.setSelected(Boolean.TRUE.equals(habit.autostart()));
            language.setValue(spoken.language());
        } finally {
            showing = false;
        }
        autostart.setDisable(habit.activity().running() || habit.autostart() == null);
        languageField.setDisable(spoken.activity().running() || spoken.language() == null);
        backup.show(copies.view());
        version.show(habit);
        Told shown = shown();
        shelf.show(shown.activity(), copies.view().wish(), shown.done());
    }

    /** What goes on; else what came of the latest that came to anything. */
    private Told shown() {
        Told latest = new Told(Activity.IDLE, null);
        for (Told one : told.values()) {
            if (one.activity().running()) {
                return one;
            }
            latest = one.matters() ? one : latest;
        }
        return latest;
    }
}
