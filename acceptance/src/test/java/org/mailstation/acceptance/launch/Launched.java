package org.mailstation.acceptance.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How a program ended that was started by its launcher, with this Java and without a display.
 *
 * @param code its exit code
 */
record Launched(int code, String out, String err) {
    static final Path ASSISTANT = program("desktop-app/target/mail-station/bin/mail-station");
    static final Path DAEMON = program("nas-daemon/target/mailstation/bin/mailstationd");
    static final Path CTL = program("nas-daemon/target/mailstation/bin/mailstationctl");

    private static final long PATIENCE_MINUTES = 5;

    /** What this build has made of them. */
    private static Path program(String path) {
        return Path.of("..").resolve(path).toAbsolutePath().normalize();
    }

    static Launched run(Path folder, Path launcher, String... args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(args));
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TMPDIR", folder.toString());
        environment.remove("DISPLAY");
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(launcher + " does not end");
        }
        return new Launched(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
