package org.mailstation.desktop.tray;

import java.nio.file.Path;

/**
 * A StatusNotifierItem with a menu, as a desktop library offers it. All on the thread that runs
 * GTK's loop, which is JavaFX's.
 */
interface Indicator {

    /** Makes the item, still without a menu. */
    void create(String id, String title, Path icon);

    /** Adds a line to the menu. */
    int add(String label, boolean enabled, Runnable action);

    /** Changes a line's text. {@code line}: what {@link #add} answered. */
    void label(int line, String text);

    /** Shows the item with its menu. */
    void show();

    /** Another picture. {@code spoken}: what a screen reader says. */
    void icon(Path icon, String spoken);

    /** Takes the item away. */
    void hide();
}
