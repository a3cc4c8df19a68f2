package org.mailstation.acceptance.bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end. */
final class Command {
    private static final int PATIENCE_SECONDS = 120;

    private Command() {}

    static String run(String... command) throws IOException, InterruptedException {
        return withInput("", command);
    }

    /**
     * @param input for its standard input; never part of a message
     * @return what it said
     * @throws IOException if it fails, with what it said
     */
    static String withInput(String input, String... command)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        try (var out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(command[0] + " does not end");
        }
        if (process.exitValue() != 0) {
            throw new IOException(
                    String.join(" ", command) + " ended with " + process.exitValue() + ": " + said);
        }
        return said.strip();
    }
}
