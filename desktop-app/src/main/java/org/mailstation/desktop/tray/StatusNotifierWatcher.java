package org.mailstation.desktop.tray;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Asks the session bus whether anything there shows StatusNotifierItems. Without a watcher the
 * library still makes an icon, and nobody sees it: stock GNOME is such a desktop.
 */
final class StatusNotifierWatcher {

    private static final String NAME = "org.kde.StatusNotifierWatcher";
    private static final long SECONDS = 2;

    private static final List<List<String>> QUESTIONS =
            List.of(
                    List.of(
                            "gdbus",
                            "call",
                            "--session",
                            "--dest",
                            "org.freedesktop.DBus",
                            "--object-path",
                            "/org/freedesktop/DBus",
                            "--method",
                            "org.freedesktop.DBus.NameHasOwner",
                            NAME),
                    List.of(
                            "dbus-send",
                            "--session",
                            "--print-reply",
                            "--dest=org.freedesktop.DBus",
                            "/org/freedesktop/DBus",
                            "org.freedesktop.DBus.NameHasOwner",
                            "string:" + NAME));

    private StatusNotifierWatcher() {}

    /**
     * @param run runs a command and gives what it printed; empty if it could not
     */
    static boolean present(Function<List<String>, String> run) {
        for (List<String> question : QUESTIONS) {
            String answer = run.apply(question);
            if (!answer.isBlank()) {
                return answer.contains("true");
            }
        }
        return false;
    }

    static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException noSuchProgram) {
            // the other one may be there
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
