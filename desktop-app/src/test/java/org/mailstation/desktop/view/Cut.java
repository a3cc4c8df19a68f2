package org.mailstation.desktop.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/**
 * What nobody could read or reach at the size that a window has: words that end in dots, controls
 * outside of it that no scroll bar leads to, parts that lie over others, and windows in the window
 * that are too low to be used.
 */
final class Cut {

    /** Layout rounds to whole pixels. */
    private static final double SLACK = 1.5;

    /** Two lines of text and room around them; less is no window to look through. */
    private static final double LEAST_HEIGHT = 60;

    private Cut() {}

    static List<String> in(Scene scene) {
        List<String> found = new ArrayList<>();
        for (Node node : scene.getRoot().lookupAll("*")) {
            if (Ui.shown(node) && !virtual(node)) {
                words(node, found);
                place(node, scene, found);
                room(node, found);
            }
        }
        return found;
    }

    private static void words(Node node, List<String> found) {
        if (node instanceof Text text && dots(text.getText())) {
            Parent above = text.getParent();
            while (above != null && !(above instanceof Labeled)) {
                above = above.getParent();
            }
            if (above instanceof Labeled whole && !dots(whole.getText()) && !told(whole)) {
                found.add("dots: " + name(whole) + " " + text.getText());
            }
        }
    }

    /** What may be long has a tip that says all of it. */
    private static boolean told(Labeled whole) {
        // the words of a menu button are a part of their own in it
        for (Node one = whole; one != null; one = one.getParent()) {
            if (one instanceof Control control
                    && control.getTooltip() != null
                    && control.getTooltip().getText().equals(whole.getText())) {
                return true;
            }
        }
        return false;
    }

    private static boolean dots(String text) {
        return text.endsWith("...") || text.endsWith("…");
    }

    private static void place(Node node, Scene scene, List<String> found) {
        if (!(node instanceof Control) || node instanceof ScrollBar) {
            return;
        }
        Bounds box = box(node);
        for (Parent above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ScrollPane pane) {
                Bounds port = box(pane);
                if (box.getMinX() < port.getMinX() - SLACK
                        || box.getMaxX() > port.getMaxX() + SLACK) {
                    found.add("sideways: " + name(node) + " " + box + " in " + port);
                }
                return; // the pane itself is looked at, too
            }
        }
        if (box.getMinX() < -SLACK
                || box.getMinY() < -SLACK
                || box.getMaxX() > scene.getWidth() + SLACK
                || box.getMaxY() > scene.getHeight() + SLACK) {
            found.add("outside: " + name(node) + " " + box);
        }
    }

    private static void room(Node node, List<String> found) {
        if (node instanceof ScrollPane pane
                && pane.getContent() != null
                && pane.getViewportBounds().getHeight()
                        < Math.min(LEAST_HEIGHT, pane.getContent().prefHeight(-1)) - SLACK) {
            found.add("low: " + name(pane) + " " + pane.getViewportBounds().getHeight());
        }
        Parent parent = node.getParent();
        if (node instanceof Region part && node.isManaged() && ordered(parent)) {
            Pane around = (Pane) parent;
            if (part.getLayoutX() + part.getWidth() > around.getWidth() + SLACK
                    || part.getLayoutY() + part.getHeight() > around.getHeight() + SLACK
                    || part.getLayoutX() < -SLACK
                    || part.getLayoutY() < -SLACK) {
                found.add("over: " + name(part) + " of " + name(around));
            }
        }
    }

    private static boolean ordered(Parent parent) {
        return parent instanceof VBox
                || parent instanceof HBox
                || parent instanceof GridPane
                || parent instanceof FlowPane;
    }

    /** Lists and tables scroll by themselves, and keep rows ready that nobody sees. */
    private static boolean virtual(Node node) {
        for (Parent above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ListView || above instanceof TableView) {
                return true;
            }
        }
        return false;
    }

    private static Bounds box(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static String name(Node node) {
        String words = node instanceof Labeled labeled ? labeled.getText() : "";
        return node.getClass().getSimpleName()
                + (node.getId() == null ? "" : "#" + node.getId())
                + node.getStyleClass()
                + (words == null ? "" : "“" + words + "”");
    }
}
