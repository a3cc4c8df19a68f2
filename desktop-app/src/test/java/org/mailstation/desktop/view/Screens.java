package org.mailstation.desktop.view;

import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * The screens that people have: a common one of 1366 by 768 pixels at each scaling, less a bar of
 * the system and a title of the window. Nothing may be cut off there, everything that can have the
 * focus has a name, and gets the focus in the order in which one reads.
 *
 * @param percent the scaling
 * @param width that a window has at most, in units that are scaled
 */
record Screens(int percent, double width, double height) {

    private static final List<Screens> ALL =
            List.of(
                    new Screens(100, 960, 680),
                    new Screens(125, 960, 535),
                    new Screens(150, 910, 433),
                    new Screens(200, 683, 305));

    /** 100 and 200 %, and with {@code -Dgallery=all} the others. */
    private boolean pictured() {
        return percent == 200 || "all".equals(System.getProperty("gallery"));
    }

    /**
     * Looks at a window on each screen, and takes its pictures.
     *
     * @param found gets what is cut off
     */
    static void look(String name, Scene scene, List<String> found) {
        if (!(scene.getWindow() instanceof Stage stage)) {
            return; // a menu finds a place for itself
        }
        double width = stage.getWidth();
        double height = stage.getHeight();
        Ui.fx(() -> Nameless.in(scene).forEach(one -> found.add(name + " nameless: " + one)));
        Ui.fx(
                () -> {
                    arrange(scene);
                    Order.in(scene).forEach(one -> found.add(name + " order: " + one));
                });
        for (Screens screen : ALL) {
            resize(stage, Math.min(width, screen.width), Math.min(height, screen.height));
            Ui.fx(() -> screen.judge(name, scene, found));
            if (screen.percent > 100 && screen.pictured()) {
                Shots.take(name + "-" + screen.percent, scene, screen.percent / 100.0);
            }
        }
        size(stage, width, height);
    }

    private void judge(String name, Scene scene, List<String> found) {
        arrange(scene);
        Cut.in(scene).forEach(one -> found.add(name + " " + percent + "% " + one));
    }

    /** What was shown a moment ago has no place before the next pulse, which may be late. */
    private static void arrange(Scene scene) {
        // the first time finds out how wide everything is, and with that how high
        for (int i = 0; i < 2; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    /** Waits until everything is at rest at another size. */
    static void size(Stage stage, double width, double height) {
        resize(stage, width, height);
        Ui.settle();
    }

    /** A window without a frame, as here, is as large as what is in it. */
    private static void resize(Stage stage, double width, double height) {
        Scene scene = stage.getScene();
        Ui.fx(
                () -> {
                    stage.setWidth(width);
                    stage.setHeight(height);
                });
        Ui.until(
                () ->
                        Math.abs(scene.getWidth() - width) < 1
                                && Math.abs(scene.getHeight() - height) < 1);
    }
}
