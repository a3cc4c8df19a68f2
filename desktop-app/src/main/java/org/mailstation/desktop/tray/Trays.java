package org.mailstation.desktop.tray;

import java.awt.AWTException;
import java.awt.GraphicsEnvironment;
import java.awt.SystemTray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds a place for the sign on this computer. */
public final class Trays {

    private static final Logger LOG = LoggerFactory.getLogger(Trays.class);

    private Trays() {}

    /**
     * How to tell a person something: by the tray where it can, else by the desktop itself, as the
     * balloons of the Java desktop are ugly on Linux.
     *
     * @param port the sign that is up, or {@code null} if there is none
     * @param pictures as in {@link #open}
     */
    public static Messenger messenger(@Nullable TrayPort port, Path pictures) {
        return port instanceof AwtTray awt && !linux() ? awt : new SystemMessenger(pictures);
    }

    private static boolean linux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    /** What this computer offers. May wait for the session bus for a moment. */
    public static TrayKind available() {
        boolean linux = linux();
        return TrayKind.best(
                linux,
                linux && AppIndicator.loads(),
                linux && StatusNotifierWatcher.present(StatusNotifierWatcher::run),
                !GraphicsEnvironment.isHeadless() && SystemTray.isSupported());
    }

    /**
     * Puts the sign up; empty if there is no place for it after all. On the JavaFX thread.
     *
     * @param pictures folder for the signs' picture files; made if it is not there
     */
    public static Optional<TrayPort> open(TrayKind kind, TrayMenu menu, Path pictures) {
        try {
            return switch (kind) {
                case STATUS_NOTIFIER ->
                        Optional.of(
                                new StatusNotifierTray(
                                        new AppIndicator(), menu, new SignFiles(pictures)));
                case AWT -> Optional.of(new AwtTray(menu));
                case NONE -> Optional.empty();
            };
        } catch (IOException | AWTException | NativeCallException fault) {
            // a desktop's tray is a convenience: without it the window says the same
            LOG.warn("no sign beside the clock: {}", fault.toString());
            return Optional.empty();
        }
    }
}
