package org.mailstation.desktop.autostart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A system's way of starting a program when the person signs in. Calls may take a moment. */
public interface Autostart {
    /** Whether it is switched on. */
    boolean isOn() throws IOException;

    /** Switches it on or off; what is as wished already stays as it is. */
    void turn(boolean on) throws IOException;

    /**
     * The way of an operating system.
     *
     * @param system as {@code os.name} has it
     * @param home of the person
     * @param program that is started, without arguments
     */
    static Autostart of(String system, Map<String, String> environment, Path home, Path program) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new RunKey(program, RunKey::reg);
        }
        if (name.startsWith("mac")) {
            return AutostartFile.launchAgent(home, program);
        }
        // The XDG Base Directory Specification: a relative value must be ignored.
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path config = xdg.startsWith("/") ? Path.of(xdg) : home.resolve(".config");
        return AutostartFile.desktopEntry(config, program);
    }
}
