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

    /** As a scaled screen draws it: every line and letter anew, finer. */
    static void take(String name, Scene what, double scale) {
        SnapshotParameters finer = new SnapshotParameters();
        finer.setTransform(new Scale(scale, scale));
        write(
                name,
                Ui.onFx(
                        () ->
                                SwingFXUtils.fromFXImage(
                                        what.getRoot().snapshot(finer, null), null)));
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
