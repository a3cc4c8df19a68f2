package org.mailstation.desktop.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/** Pictures of windows, in {@code target/screenshots}. */
final class Shots {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Shots() {}

    static void take(String name, Scene what) {
        write(name, Ui.onFx(() -> SwingFXUtils.fromFXImage(what.snapshot(null), null)));
    }

    /** As a screen at 200 % draws it: every line and letter anew, twice as fine. */
    static void takeFine(String name, Scene what) {
        SnapshotParameters twice = new SnapshotParameters();
        twice.setTransform(new Scale(2, 2));
        write(
                name + "-200",
                Ui.onFx(
                        () ->
                                SwingFXUtils.fromFXImage(
                                        what.getRoot().snapshot(twice, null), null)));
    }

    private static void write(String name, BufferedImage image) {
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(image, "png", FOLDER.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
