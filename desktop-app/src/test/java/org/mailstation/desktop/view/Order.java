package org.mailstation.desktop.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;

/**
 * Where the Tab key jumps back: to something that stands above what had the focus, and not beside
 * it. JavaFX goes through the nodes in their own order.
 */
final class Order {
    private Order() {}

    static List<String> in(Scene scene) {
        List<Control> stops = new ArrayList<>();
        for (Node node : scene.getRoot().lookupAll("*")) {
            if (node instanceof Control control
                    && !(control instanceof ScrollPane)
                    && control.isFocusTraversable()
                    && !control.isDisabled()
                    && Ui.shown(control)) {
                stops.add(control);
            }
        }
        List<String> found = new ArrayList<>();
        for (int i = 1; i < stops.size(); i++) {
            Bounds before = box(stops.get(i - 1));
            Bounds now = box(stops.get(i));
            boolean above = now.getMaxY() <= before.getMinY();
            if (around(stops.get(i - 1)) == around(stops.get(i))
                    && above
                    && now.getMinX() < before.getMaxX()) {
                found.add(name(stops.get(i - 1)) + " then " + name(stops.get(i)));
            }
        }
        return found;
    }

    /**
     * What is scrolled together, or stands in the same bar. From one to the next the focus may go
     * anywhere; on the map it follows the letter.
     */
    private static Node around(Node node) {
        Node above = node.getParent();
        while (above.getParent() != null
                && !(above instanceof ScrollPane)
                && !above.getStyleClass().contains("footer")
                && !above.getStyleClass().contains("rail")
                && !above.getStyleClass().contains("map")) {
            above = above.getParent();
        }
        return above.getStyleClass().contains("map") ? node : above;
    }

    private static Bounds box(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName() + "#" + node.getId();
    }
}
