package org.mailstation.acceptance.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailstation.acceptance.bench.figure.Side;
import org.mailstation.acceptance.bench.wire.ImapTalk;
import org.mailstation.acceptance.bench.wire.Together;

/** Our daemon, from the program folder that the build makes, configured by its own command line. */
public final class MailStation implements Peer {
    private static final int FILLERS = 8;

    /** What the daemon has on a computer with 1 GB. */
    private static final String SMALLEST_HEAP = "48m";

    private final Ground ground;
    private final Path program;
    private final Path data;
    private final String more;
    private final Doors doors;
    private @Nullable Child child;

    /**
     * @param program the folder with {@code bin/mailstationd}
     */
    public MailStation(Ground ground, Path program) throws IOException {
        this(ground, program, "");
    }

    /**
     * @param more sections of its settings
     */
    public MailStation(Ground ground, Path program, String more) throws IOException {
        this.ground = ground;
        this.program = program;
        this.more = more;
        this.data = ground.folder().resolve("station");
        this.doors = Doors.free();
    }

    @Override
    public Side side() {
        return Side.STATION;
    }

    @Override
    public String name() {
        return "Mail Station";
    }

    @Override
    public String version() throws IOException, InterruptedException {
        return Command.run(bin("mailstationd"), "--version");
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Path form = ground.folder().resolve("station.toml");
        Files.writeString(form, toml());
        child = daemon();
        for (int i = 0; i < 600 && !ready(); i++) {
            if (!child.alive()) {
                throw new IOException("the daemon does not start: " + child.said());
            }
            Thread.sleep(50);
        }
        control("config", "apply", form.toString(), "--yes");
        for (String account : Ground.everybody()) {
            Command.withInput(
                    ground.password() + "\n",
                    bin("mailstationctl"),
                    "--data",
                    data.toString(),
                    "account",
                    "passwd",
                    account,
                    "--password-stdin");
        }
        stop();
    }

    private boolean ready() throws IOException {
        return child != null && child.said().contains("ready");
    }

    private String toml() {
        String accounts =
                Ground.everybody().stream()
                        .map(address -> "\n[[account]]\naddress = \"" + address + "\"\n")
                        .collect(Collectors.joining());
        String ports =
                Stream.of(
                                port("smtp", doors.smtp().port()),
                                port("submission", doors.submission().port()),
                                port("submissions", doors.submissions().port()),
                                port("imap", doors.imap().port()),
                                port("imaps", doors.imaps().port()),
                                port("pop3", doors.pop3().port()),
                                port("pop3s", doors.pop3s().port()))
                        .collect(Collectors.joining());
        return """
               host-name = "%s"
               domains = ["%s"]
               %s
               [ports]
               %s
               # no router shall be asked for its ports
               [network]
               line = "direct"
               [tls]
               source = "files"
               certificate-file = "%s"
               key-file = "%s"
               %s"""
                .formatted(
                        Ground.HOST,
                        Ground.DOMAIN,
                        accounts,
                        ports,
                        ground.certificate(),
                        ground.key(),
                        more);
    }

    private static String port(String name, int number) {
        return name + " = { port = " + number + " }\n";
    }

    /** Runs {@code mailstationctl}; gives what it said. */
    public String control(String... words) throws IOException, InterruptedException {
        return Command.run(
                Stream.concat(
                                Stream.of(bin("mailstationctl"), "--data", data.toString()),
                                Stream.of(words))
                        .toArray(String[]::new));
    }

    private String bin(String name) {
        return program.resolve("bin").resolve(name).toString();
    }

    private Child daemon() throws IOException {
        return daemon(Map.of());
    }

    private Child daemon(Map<String, String> environment) throws IOException {
        return Child.start(
                ground.folder(),
                "mailstationd",
                List.of(bin("mailstationd"), "--data", data.toString()),
                environment);
    }

    @Override
    public void start() throws IOException, InterruptedException {
        child = daemon();
        doors.awaitGreetings(child);
    }

    @Override
    public void startSmall() throws IOException, InterruptedException {
        child = daemon(Map.of("MAILSTATION_HEAP", SMALLEST_HEAP));
        doors.awaitGreetings(child);
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        if (child != null) {
            child.stop();
            child = null;
        }
    }

    /** Lets it die at once, without a chance to do anything (SIGKILL). */
    public void kill() throws InterruptedException {
        if (child != null) {
            child.kill();
            child = null;
        }
    }

    /** Where it keeps everything. */
    public Path data() {
        return data;
    }

    @Override
    public Doors doors() {
        return doors;
    }

    @Override
    public Stream<ProcessHandle> processes() {
        return child == null ? Stream.empty() : child.tree();
    }

    @Override
    public long mailOnDisk() throws IOException, InterruptedException {
        return DiskUse.of(data.resolve("mail"));
    }

    /**
     * Nothing but the daemon may write into its store, so the letters come by IMAP, several at a
     * time.
     */
    @Override
    public void fill(String account, String box, int count, IntFunction<byte[]> letters)
            throws Exception {
        Together.run(
                FILLERS,
                filler -> {
                    try (ImapTalk imap = imap(account)) {
                        for (int i = filler; i < count; i += FILLERS) {
                            imap.append(box, letters.apply(i));
                        }
                    }
                });
    }

    @Override
    public String password() {
        return ground.password();
    }
}
