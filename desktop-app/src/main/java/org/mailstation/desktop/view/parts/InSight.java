package org.mailstation.desktop.view.parts;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/**
 * Scrolls to what has the focus. JavaFX does so for the Tab key only, but a field that must be
 * mended, or the safe answer to a question, gets the focus from us.
 */
final class InSight {

    private InSight() {}

    static void follow(ScrollPane pane) {
        pane.sceneProperty()
                .flatMap(Scene::focusOwnerProperty)
                .addListener((_, _, focused) -> Platform.runLater(() -> show(pane, focused)));
    }

    private static void show(ScrollPane pane, @Nullable Node focused) {
        Node content = pane.getContent();
        if (focused == null || content == null || !within(focused, content)) {
            return;
        }
        pane.layout();
        double room = pane.getViewportBounds().getHeight();
        double spare = content.getLayoutBounds().getHeight() - room;
        if (spare <= 0) {
            return;
        }
        Bounds place = content.sceneToLocal(focused.localToScene(focused.getLayoutBounds()));
        double top = pane.getVvalue() * spare;
        if (place.getMinY() < top) {
            pane.setVvalue(Math.max(0, place.getMinY() / spare));
        } else if (place.getMaxY() > top + room) {
            pane.setVvalue(Math.min(1, (place.getMaxY() - room) / spare));
        }
    }

    private static boolean within(Node node, Node content) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (one == content) {
                return true;
            }
        }
        return false;
    }
}
