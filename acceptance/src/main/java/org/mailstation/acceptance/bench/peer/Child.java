package org.mailstation.acceptance.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server process that we started, with its children. */
final class Child {
    private static final int PATIENCE_SECONDS = 30;
    private static final int LAST_WORDS = 2000;

    private final Process process;
    private final Path log;
    private final Path pidFile;

    private Child(Process process, Path log, Path pidFile) {
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
    }

    /**
     * Starts it; its number lies in {@code NAME.pid} until it is stopped, for whoever cleans up
     * after a killed run.
     */
    static Child start(Path folder, String name, List<String> command) throws IOException {
        return start(folder, name, command, Map.of());
    }

    /**
     * @param environment besides our own
     */
    static Child start(
            Path folder, String name, List<String> command, Map<String, String> environment)
            throws IOException {
        Path log = folder.resolve(name + ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        Path pidFile = folder.resolve(name + ".pid");
        Files.writeString(pidFile, process.pid() + "\n");
        return new Child(process, log, pidFile);
    }

    boolean alive() {
        return process.isAlive();
    }

    Stream<ProcessHandle> tree() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    /** The end of what it printed. */
    String said() throws IOException {
        String all = Files.exists(log) ? Files.readString(log) : "";
        return all.substring(Math.max(0, all.length() - LAST_WORDS));
    }

    /** Ends it and its children at once. */
    void kill() throws InterruptedException {
        List<ProcessHandle> all = tree().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    /** Asks it to end, insists after a while, and leaves none of its children behind. */
    void stop() throws IOException, InterruptedException {
        List<ProcessHandle> all = tree().toList();
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        for (ProcessHandle one : all) {
            if (one.isAlive()) {
                one.destroyForcibly();
            }
        }
        Files.deleteIfExists(pidFile);
    }
}
