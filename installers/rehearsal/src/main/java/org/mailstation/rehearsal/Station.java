package org.mailstation.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A daemon of our own, from its program folder, with its own data folder and free ports. */
final class Station implements AutoCloseable {
    static final String USER = "anna@rehearsal.example";

    private static final int PATIENCE_SECONDS = 180;
    private static final String SAID = "said";
    private static final int NEXT_LOOK_MILLIS = 20;
    private static final String FORM =
            """
            host-name = "mail.rehearsal.example"
            domains = ["rehearsal.example"]
            [[account]]
            address = "%s"
            [ports]
            smtp = { port = 0 }
            submission = { port = 0 }
            submissions = { port = 0 }
            imap = { port = 0 }
            imaps = { port = 0 }
            pop3 = { port = 0 }
            pop3s = { port = 0 }
            # no router shall be asked for its ports
            [network]
            line = "direct"
            """
                    .formatted(USER);

    private final Process process;
    private final Ports ports;

    private Station(Process process, Ports ports) {
        this.process = process;
        this.ports = ports;
    }

    /** Where the services listen, by their names in the configuration. */
    record Ports(Map<String, Integer> numbers) {
        Ports {
            numbers = Map.copyOf(numbers);
        }

        /**
         * @param line as the daemon says it when it is ready: {@code ready smtp=2525 imap=1143}, or
         *     {@code ready, not configured}
         */
        static Ports of(String line) {
            Map<String, Integer> numbers = new HashMap<>();
            for (String word : line.split(" ", -1)) {
                String[] pair = word.split("=", 2);
                if (pair.length == 2) {
                    numbers.put(pair[0], Integer.parseInt(pair[1]));
                }
            }
            return new Ports(numbers);
        }

        int port(String service) {
            Integer number = numbers.get(service);
            if (number == null) {
                throw new IllegalStateException(service + " does not listen: " + numbers);
            }
            return number;
        }
    }

    /**
     * Makes a station in a folder, with one account, and ends it again.
     *
     * @param work for the station's folder {@code data} and its configuration
     */
    static void prepare(Path program, Path work, String password)
            throws IOException, InterruptedException {
        Path form = Files.writeString(work.resolve("station.toml"), FORM);
        try (Station station = start(program, work, List.of())) {
            control(program, work, "", "config", "apply", form.toString(), "--yes");
            control(program, work, password, "account", "passwd", USER, "--password-stdin");
            station.end();
        }
    }

    /**
     * Starts the station of a folder and waits until it is ready.
     *
     * @param options for Java
     */
    static Station start(Path program, Path work, List<String> options)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                program.resolve("bin/mailstationd").toString(),
                                "--data",
                                work.resolve("data").toString())
                        .redirectErrorStream(true);
        builder.environment().put("MAILSTATION_JAVA_OPTIONS", String.join(" ", options));
        Process process = builder.redirectOutput(work.resolve(SAID).toFile()).start();
        try {
            process.getOutputStream().close();
            return new Station(process, ready(process, work));
        } catch (IOException | InterruptedException | RuntimeException failure) {
            process.destroyForcibly().waitFor();
            throw failure;
        }
    }

    private static Ports ready(Process process, Path work)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            for (String line : said(work).lines().toList()) {
                if (line.startsWith("ready")) {
                    return Ports.of(line);
                }
            }
            Thread.sleep(NEXT_LOOK_MILLIS);
        }
        throw new IOException("the daemon does not start: " + said(work));
    }

    /** What the daemon that was started last has printed. */
    static String said(Path work) throws IOException {
        return Files.readString(work.resolve(SAID));
    }

    Ports ports() {
        return ports;
    }

    private static void control(Path program, Path work, String input, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program.resolve("bin/mailstationctl").toString());
        command.addAll(List.of("--data", work.resolve("data").toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var out = process.outputWriter(StandardCharsets.UTF_8)) {
            out.write(input + "\n");
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + said);
        }
    }

    /**
     * Ends it as the system would, and waits until that is done.
     *
     * @throws IOException if it does not end, or not well
     */
    void end() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("the daemon does not end");
        }
        if (process.exitValue() != 0) {
            throw new IOException("the daemon ended with " + process.exitValue());
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroyForcibly().onExit().join();
        }
    }
}
