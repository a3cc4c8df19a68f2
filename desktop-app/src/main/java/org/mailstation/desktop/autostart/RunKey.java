package org.mailstation.desktop.autostart;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A value of the registry key {@code Run} of the person on Windows.
 *
 * @param registry carries out {@code reg.exe}
 */
record RunKey(Path program, Registry registry) implements Autostart {
    private static final String KEY = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
    private static final String VALUE = "Mail Station";
    private static final int PATIENCE_SECONDS = 10;

    /** The registry's own program. */
    @FunctionalInterface
    interface Registry {
        /** Runs it with arguments and answers its exit code: 0 is success. */
        int run(List<String> arguments) throws IOException;
    }

    @Override
    public boolean isOn() throws IOException {
        return registry.run(List.of("query", KEY, "/v", VALUE)) == 0;
    }

    @Override
    public void turn(boolean on) throws IOException {
        if (on == isOn()) {
            return;
        }
        List<String> arguments =
                on
                        ? List.of("add", KEY, "/v", VALUE, "/t", "REG_SZ", "/d", quoted(), "/f")
                        : List.of("delete", KEY, "/v", VALUE, "/f");
        int code = registry.run(arguments);
        if (code != 0) {
            throw new IOException("reg " + arguments.getFirst() + " ended with " + code);
        }
    }

    private String quoted() {
        return "\"" + program + "\"";
    }

    static int reg(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("reg.exe"));
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("reg.exe does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroy();
        }
    }
}
