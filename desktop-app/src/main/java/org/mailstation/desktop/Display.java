package org.mailstation.desktop;

import java.util.Locale;
import java.util.Map;

/** Whether windows can be shown here. */
final class Display {
    private Display() {}

    /** Windows and macOS always have one; elsewhere the session says where it is. */
    static boolean present(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("windows")
                || name.startsWith("mac")
                // JavaFX needs X11, also under Wayland (XWayland), which sets this too
                || !environment.getOrDefault("DISPLAY", "").isEmpty();
    }
}
