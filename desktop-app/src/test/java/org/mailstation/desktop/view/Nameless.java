package org.mailstation.desktop.view;

import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;

/** What can have the focus at the moment, and has nothing that a screen reader could say. */
final class Nameless {
    private Nameless() {}

    static List<String> in(Scene scene) {
        return scene.getRoot().lookupAll("*").stream()
                .filter(
                        node ->
                                node instanceof Control
                                        && node.isFocusTraversable()
                                        && Ui.shown(node))
                .filter(node -> !named(node))
                .map(node -> node.getClass().getSimpleName() + "#" + node.getId())
                .toList();
    }

    private static boolean named(Node node) {
        return node.queryAccessibleAttribute(AccessibleAttribute.TEXT) instanceof String text
                        && !text.isBlank()
                || node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) != null
                || node.getAccessibleText() != null;
    }
}
