package org.mailstation.desktop.view.status;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.mailstation.desktop.flow.Habits;
import org.mailstation.desktop.flow.Step;
import org.mailstation.desktop.view.parts.Blocks;
import org.mailstation.desktop.view.parts.Icons;
import org.mailstation.desktop.view.parts.Kit;
import org.mailstation.desktop.words.Words;

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
    private final Shelf shelf;

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
        shelf =
                new Shelf(
                        kit,
                        "settings",
                        words.of("settings.working"),
                        Shelf.Deeds.cancelling(habits::cancel),
                        Blocks.section(words.of("settings.program")),
                        autostart,
                        Blocks.note(words.of("settings.autostart.hint")),
                        Blocks.section(words.of("settings.pages")),
                        pages);
        habits.listen(this::show);
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

    private void show(Habits.View view) {
        showing = true;
        try {
            autostart.setSelected(Boolean.TRUE.equals(view.autostart()));
        } finally {
            showing = false;
        }
        autostart.setDisable(view.activity().running() || view.autostart() == null);
        shelf.show(view.activity(), null, null);
    }
}
