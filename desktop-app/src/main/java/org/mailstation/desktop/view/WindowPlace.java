package org.mailstation.desktop.view;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.mailstation.files.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers where the window was and how large, in screen units. What is lost of it, for example
 * because a screen is gone, costs nobody anything: the window then opens as it did the first time.
 */
final class WindowPlace {
    private static final Logger LOG = LoggerFactory.getLogger(WindowPlace.class);

    /** So much of the window must be seen to be caught with a mouse. */
    private static final double GRIP = 120;

    private final Path file;

    WindowPlace(Path file) {
        this.file = file;
    }

    /** Opens the window where it was the last time, if there is still a screen. */
    void restore(Stage stage) {
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        last().filter(place -> seen(place, screens))
                .ifPresent(
                        place -> {
                            stage.setX(place.getMinX());
                            stage.setY(place.getMinY());
                            stage.setWidth(Math.max(stage.getMinWidth(), place.getWidth()));
                            stage.setHeight(Math.max(stage.getMinHeight(), place.getHeight()));
                        });
    }

    /** Keeps the place of a window that is about to close; a maximized one keeps the one before. */
    void keep(Stage stage) {
        if (stage.isMaximized() || stage.isIconified() || Double.isNaN(stage.getX())) {
            return;
        }
        Properties values = new Properties();
        values.setProperty("x", Double.toString(stage.getX()));
        values.setProperty("y", Double.toString(stage.getY()));
        values.setProperty("width", Double.toString(stage.getWidth()));
        values.setProperty("height", Double.toString(stage.getHeight()));
        try {
            StringWriter text = new StringWriter();
            values.store(text, "Where the window of Mail Station was");
            AtomicFile.writeWithFolders(file, text.toString());
        } catch (IOException e) {
            LOG.info("The place of the window is not kept", e);
        }
    }

    private Optional<Rectangle2D> last() {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
            return Optional.of(
                    new Rectangle2D(
                            number(values, "x"),
                            number(values, "y"),
                            number(values, "width"),
                            number(values, "height")));
        } catch (NoSuchFileException first) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.info("The place of the window is not known", damaged);
            return Optional.empty();
        }
    }

    private static double number(Properties values, String name) {
        double number = Double.parseDouble(values.getProperty(name, ""));
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(name);
        }
        return number;
    }

    /** Whether enough of the upper edge, by which a window is moved, is on one of the screens. */
    static boolean seen(Rectangle2D place, List<Rectangle2D> screens) {
        return screens.stream()
                .anyMatch(
                        screen ->
                                place.getMinY() >= screen.getMinY()
                                        && place.getMinY() <= screen.getMaxY() - GRIP
                                        && Math.min(place.getMaxX(), screen.getMaxX())
                                                        - Math.max(
                                                                place.getMinX(), screen.getMinX())
                                                >= GRIP);
    }
}
