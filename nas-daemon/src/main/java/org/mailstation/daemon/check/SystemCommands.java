package org.mailstation.daemon.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs them for a short while. */
public final class SystemCommands implements Commands {
    private static final int MOST_BYTES = 1 << 20;

    private final Duration patience;

    public SystemCommands(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Optional<String> output(List<String> command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try {
                Thread killer = Thread.ofVirtual().start(() -> end(process));
                byte[] bytes = process.getInputStream().readNBytes(MOST_BYTES);
                process.getInputStream().close();
                int exit = process.waitFor();
                killer.interrupt();
                return exit == 0
                        ? Optional.of(new String(bytes, StandardCharsets.ISO_8859_1))
                        : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException noSuchProgram) {
            // the caller says "could not tell"
            return Optional.empty();
        }
    }

    private void end(Process process) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
