package org.mailstation.desktop.tray;

import java.awt.AWTException;
import java.awt.GraphicsEnvironment;
import java.awt.SystemTray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds a place for the sign on this computer. */
public final class Trays {

    private static final Logger LOG = LoggerFactory.getLogger(Trays.class);

    private Trays() {}

    /** What this computer offers. May wait for the session bus for a moment. */
    public static TrayKind available() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
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
