package org.mailstation.desktop.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Has the desktop show a file. Not by AWT: its desktop brings a second GTK into the process.
 *
 * @param command that is given the file
 */
record Opener(List<String> command) {
    private static final long PATIENCE_SECONDS = 20;

    static Opener ofThisComputer() {
        return of(System.getProperty("os.name", ""));
    }

    static Opener of(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return new Opener(List.of("rundll32", "url.dll,FileProtocolHandler"));
        }
        return new Opener(List.of(name.startsWith("mac") ? "open" : "xdg-open"));
    }

    /**
     * Waits until the program is found, not until it is closed.
     *
     * @throws IOException if there is none
     */
    void open(Path file) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
        builder.command().add(file.toAbsolutePath().toString());
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0) {
                throw new IOException(command.getFirst() + " " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
