package org.mailstation.desktop.tray;

/** The ways to a sign that a desktop may offer. */
public enum TrayKind {
    /** a StatusNotifierItem: KDE, XFCE, Cinnamon, Ubuntu's GNOME */
    STATUS_NOTIFIER,
    /** the Java desktop's own: Windows, macOS, older Linux panels */
    AWT,
    /** there is none: the window must stay reachable by itself */
    NONE;

    /**
     * The best way that this computer offers.
     *
     * @param linux whether this is Linux
     * @param libraryLoads whether an appindicator library is there
     * @param watcherOwnsItsName whether anything on the session bus would show such an item
     * @param awtSupported whether the Java desktop knows a tray
     */
    static TrayKind best(
            boolean linux, boolean libraryLoads, boolean watcherOwnsItsName, boolean awtSupported) {
        if (linux && libraryLoads && watcherOwnsItsName) {
            return STATUS_NOTIFIER;
        }
        return awtSupported ? AWT : NONE;
    }
}
