package org.mailstation.desktop.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The folders of this program on the person's computer.
 *
 * @param config settings and pinned host keys: {@code $XDG_CONFIG_HOME/mail-station}, {@code
 *     %APPDATA%\Mail Station} or {@code ~/Library/Application Support/Mail Station}
 */
public record AppFolders(Path config) {
    /** The usual places of this operating system. */
    public static AppFolders ofThisComputer() {
        return of(
                System.getProperty("os.name", ""),
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")));
    }

    static AppFolders of(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            Path base =
                    roaming.isEmpty()
                            ? home.resolve("AppData").resolve("Roaming")
                            : Path.of(roaming);
            return new AppFolders(base.resolve("Mail Station"));
        }
        if (name.startsWith("mac")) {
            return new AppFolders(home.resolve("Library/Application Support/Mail Station"));
        }
        // The XDG Base Directory Specification: a relative value must be ignored.
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path base = xdg.startsWith("/") ? Path.of(xdg) : home.resolve(".config");
        return new AppFolders(base.resolve("mail-station"));
    }

    public Path knownHosts() {
        return config.resolve("known-hosts");
    }

    public Path profile() {
        return config.resolve("station.properties");
    }

    /** All stations, a file for each. */
    public Path stations() {
        return config.resolve("stations");
    }

    /** Set-ups that were begun, without any password. */
    public Path unfinished() {
        return config.resolve("unfinished");
    }

    /** What the station told of itself the last time; for checks while it does not answer. */
    public Path lastKnown() {
        return config.resolve("last-known.json");
    }

    /** Replaces the places on the Internet that checks ask; usually missing. */
    public Path landmarks() {
        return config.resolve("landmarks.properties");
    }

    /** Accounts on computers outside the home. */
    public Path outside() {
        return config.resolve("outside");
    }

    /** Downloaded versions of this program: a folder or file, or a link to one; may be missing. */
    public Path updates() {
        return config.resolve("updates");
    }

    /** What this program writes down about itself. */
    public Path logs() {
        return config.resolve("log");
    }

    /** What the latest good report of each station was made of. */
    public Path goodReports() {
        return config.resolve("good");
    }

    /** How much of each station's history was seen. */
    public Path seen() {
        return config.resolve("seen");
    }

    /** Where the person said that newer versions lie, instead of {@link #updates}. */
    public Path updatesPointer() {
        return config.resolve("updates-place");
    }

    /** For files that can be made again at any time. */
    public Path cache() {
        return config.resolve("cache");
    }
}
