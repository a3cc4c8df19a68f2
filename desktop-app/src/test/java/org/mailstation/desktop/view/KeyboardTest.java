package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.fake.Letters;

/** Somebody without a mouse on the home page. */
class KeyboardTest {

    private static final List<String> TABS =
            List.of(
                    "overview",
                    "mail",
                    "people",
                    "name",
                    "guard",
                    "watch",
                    "history",
                    "settings",
                    "details");

    @Test
    void every_tab_is_turned_to_and_everything_in_it_reached_with_keys() {
        try (Ui ui = new Ui(Locale.ENGLISH, ColorScheme.LIGHT)) {
            ui.toHome();
            Letters.onto(ui.nas.station.desk);
            TabPane tabs = (TabPane) ui.node("tabs");
            for (String name : TABS) {
                Ui.fx(tabs::requestFocus);
                Ui.until(tabs::isFocused);
                if (!name.equals("overview")) {
                    ui.robot.push(KeyCode.RIGHT);
                }
                Ui.until(
                        () ->
                                ("tab-" + name)
                                        .equals(
                                                tabs.getSelectionModel()
                                                        .getSelectedItem()
                                                        .getId()));
                rest(ui);
                Set<Node> wanted = stops(ui);
                Set<Node> met = walk(ui, wanted.size() + 5);
                assertThat(met).as(name).containsAll(wanted);
            }
        }
    }

    private static void rest(Ui ui) {
        Ui.until(
                () ->
                        !ui.care.letters().view().activity().running()
                                && !ui.care.household().view().activity().running()
                                && !ui.care.naming().view().activity().running()
                                && !ui.care.guarding().view().activity().running()
                                && !ui.care.watching().view().activity().running()
                                && !ui.care.revisions().view().activity().running()
                                && !ui.care.habits().view().activity().running()
                                && !ui.care.copies().view().activity().running()
                                && !ui.care.tongue().view().activity().running());
        Ui.settle();
    }

    /** What can have the focus in the window. */
    private static Set<Node> stops(Ui ui) {
        return Ui.onFx(
                () -> {
                    Set<Node> found = new LinkedHashSet<>();
                    for (Node node : ui.scene.getRoot().lookupAll("*")) {
                        if (node instanceof Control
                                && !(node instanceof ScrollPane)
                                && node.isFocusTraversable()
                                && !node.isDisabled()
                                && Ui.shown(node)) {
                            found.add(node);
                        }
                    }
                    return found;
                });
    }

    private static Set<Node> walk(Ui ui, int steps) {
        Set<Node> met = new LinkedHashSet<>();
        for (int i = 0; i < steps; i++) {
            ui.robot.push(KeyCode.TAB);
            Node owner = Ui.onFx(ui.scene::getFocusOwner);
            if (owner != null) {
                met.add(owner);
            }
        }
        return met;
    }
}
