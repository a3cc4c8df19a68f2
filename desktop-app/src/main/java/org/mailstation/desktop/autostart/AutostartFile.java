package org.mailstation.desktop.autostart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.mailstation.files.AtomicFile;

/**
 * A file whose being there starts a program.
 *
 * @param off what stands in a file that another program has switched off; such a one starts nothing
 */
record AutostartFile(Path file, String content, String off) implements Autostart {
    private static final String NAME = "org.mailstation.assistant";

    /**
     * The Desktop Application Autostart Specification, {@code autostart} in the config home. It
     * stays in the home when the program is removed from the computer; then {@code TryExec} has the
     * desktop pass it over.
     */
    static AutostartFile desktopEntry(Path config, Path program) {
        return new AutostartFile(
                config.resolve("autostart").resolve("mail-station.desktop"),
                """
                [Desktop Entry]
                Type=Application
                Name=Mail Station
                Exec=%s
                TryExec=%s
                Icon=mail-station
                Terminal=false
                """
                        .formatted(
                                quoted(program.toString()),
                                program.toString().replace("\\", "\\\\")),
                "Hidden=true");
    }

    /** A property list for launchd, see launchd.plist(5). */
    static AutostartFile launchAgent(Path home, Path program) {
        return new AutostartFile(
                home.resolve("Library/LaunchAgents").resolve(NAME + ".plist"),
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" \
                "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                    <key>Label</key>
                    <string>%s</string>
                    <key>ProgramArguments</key>
                    <array>
                        <string>%s</string>
                    </array>
                    <key>RunAtLoad</key>
                    <true/>
                </dict>
                </plist>
                """
                        .formatted(NAME, escaped(program.toString())),
                "<key>Disabled</key>");
    }

    /** The Desktop Entry Specification, "The Exec key": quoted, and escaped as a string besides. */
    private static String quoted(String path) {
        String argument = path.replaceAll("([\"`$\\\\])", "\\\\$1").replace("%", "%%");
        return "\"" + argument.replace("\\", "\\\\") + "\"";
    }

    private static String escaped(String path) {
        return path.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public boolean isOn() throws IOException {
        try {
            return !Files.readString(file).contains(off);
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    @Override
    public void turn(boolean on) throws IOException {
        if (on && !isOn()) {
            AtomicFile.writeWithFolders(file, content);
        } else if (!on) {
            Files.deleteIfExists(file);
        }
    }
}
