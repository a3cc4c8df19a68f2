package org.mailstation.desktop.tray;

import org.mailstation.finding.Health;

/** A place for the sign. All methods on the JavaFX thread. */
public interface TrayPort extends AutoCloseable {

    /** Shows a health by shape and colour, and its sentence as the menu's first line. */
    void show(Health health, String sentence);

    /** Whether the menu offers to go on watching, instead of to pause. */
    void paused(boolean paused);

    /** Takes the sign away. */
    @Override
    void close();
}
