package org.mailstation.desktop.view;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
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
 * because a screen is gone, costs nobody anything: the window then opens as it did the first time,
 * and one that was larger than the screens of today is whole on one of them.
 */
final class WindowPlace {
    private static final Logger LOG = LoggerFactory.getLogger(WindowPlace.class);

    /** So much of the window must be seen to be caught with a mouse. */
    private static final double GRIP = 120;

    private static final String MAXIMIZED = "maximized";

    private final Path file;

    WindowPlace(Path file) {
        this.file = file;
    }

    /** Opens the window where it was the last time, if there is still a screen. */
    void restore(Stage stage) {
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        Properties last = last();
        place(last).flatMap(it -> fit(it, screens)).ifPresent(it -> put(stage, it));
        if (Boolean.parseBoolean(last.getProperty(MAXIMIZED))) {
            stage.setMaximized(true);
        }
    }

    private static void put(Stage stage, Rectangle2D place) {
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(Math.max(stage.getMinWidth(), place.getWidth()));
        stage.setHeight(Math.max(stage.getMinHeight(), place.getHeight()));
    }

    /** Keeps the place of a window that is about to close; a maximized one keeps the one before. */
    void keep(Stage stage) {
        if (stage.isIconified() || Double.isNaN(stage.getX())) {
            return;
        }
        Properties values = stage.isMaximized() ? last() : new Properties();
        values.setProperty(MAXIMIZED, Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized()) {
            values.setProperty("x", Double.toString(stage.getX()));
            values.setProperty("y", Double.toString(stage.getY()));
            values.setProperty("width", Double.toString(stage.getWidth()));
            values.setProperty("height", Double.toString(stage.getHeight()));
        }
        try {
            StringWriter text = new StringWriter();
            values.store(text, "Where the window of Mail Station was");
            AtomicFile.writeWithFolders(file, text.toString());
        } catch (IOException e) {
            LOG.info("The place of the window is not kept", e);
        }
    }

    private Properties last() {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
            return values;
        } catch (NoSuchFileException first) {
            return new Properties();
        } catch (IOException | IllegalArgumentException damaged) {
            LOG.info("The place of the window is not known", damaged);
            return new Properties();
        }
    }

    private static Optional<Rectangle2D> place(Properties values) {
        try {
            return Optional.of(
                    new Rectangle2D(
                            number(values, "x"),
                            number(values, "y"),
                            number(values, "width"),
                            number(values, "height")));
        } catch (IllegalArgumentException unknown) {
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

    /**
     * Where it opens: as it was if all of it is seen, else moved and made smaller until it is whole
     * on the screen that has the most of it.
     *
     * @return empty: too little of its upper edge, by which a window is moved, is on a screen
     */
    static Optional<Rectangle2D> fit(Rectangle2D place, List<Rectangle2D> screens) {
        double seen = screens.stream().mapToDouble(screen -> common(place, screen)).sum();
        boolean whole = seen > place.getWidth() * place.getHeight() - 1;
        return screens.stream()
                .filter(screen -> caught(place, screen))
                .max(Comparator.comparingDouble(screen -> common(place, screen)))
                .map(screen -> whole ? place : within(place, screen));
    }

    private static boolean caught(Rectangle2D place, Rectangle2D screen) {
        return place.getMinY() >= screen.getMinY()
                && place.getMinY() <= screen.getMaxY() - GRIP
                && across(place, screen) >= GRIP;
    }

    private static double across(Rectangle2D place, Rectangle2D screen) {
        return Math.min(place.getMaxX(), screen.getMaxX())
                - Math.max(place.getMinX(), screen.getMinX());
    }

    /** The area of both. */
    private static double common(Rectangle2D place, Rectangle2D screen) {
        double down =
                Math.min(place.getMaxY(), screen.getMaxY())
                        - Math.max(place.getMinY(), screen.getMinY());
        return Math.max(0, across(place, screen)) * Math.max(0, down);
    }

    private static Rectangle2D within(Rectangle2D place, Rectangle2D screen) {
        double width = Math.min(place.getWidth(), screen.getWidth());
        double height = Math.min(place.getHeight(), screen.getHeight());
        return new Rectangle2D(
                Math.clamp(place.getMinX(), screen.getMinX(), screen.getMaxX() - width),
                Math.clamp(place.getMinY(), screen.getMinY(), screen.getMaxY() - height),
                width,
                height);
    }
}
