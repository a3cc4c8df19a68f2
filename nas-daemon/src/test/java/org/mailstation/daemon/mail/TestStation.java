package org.mailstation.daemon.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Account;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.control.ListenerStatus;
import org.mailstation.control.Secret;
import org.mailstation.control.StationEvent;
import org.mailstation.daemon.apply.ServicesException;
import org.mailstation.daemon.assurance.Assurance;
import org.mailstation.daemon.delivery.MxAnswer;
import org.mailstation.daemon.delivery.Outside;
import org.mailstation.daemon.delivery.OutwardDoor;
import org.mailstation.daemon.delivery.RetrySchedule;
import org.mailstation.daemon.dkim.LetterSigner;
import org.mailstation.daemon.dkim.StationKeys;
import org.mailstation.daemon.guard.Guard;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.NameServer;

/**
 * A whole mail server over a real store in a temporary folder, in a world of which the test
 * decides.
 */
final class TestStation implements AutoCloseable {
    static final String PASSWORD = "correct horse";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What the station finds outside. */
    static final class World {
        final Map<String, MxAnswer> mx = new ConcurrentHashMap<>();
        final List<String> asked = new CopyOnWriteArrayList<>();
        final Map<String, Secret> secrets = new ConcurrentHashMap<>();
        final AtomicLong freeBytes = new AtomicLong(1L << 40);
        volatile NameServer resolver =
                question ->
                        new DnsReply("test", question, new DnsAnswer.NoSuchName(), false, false);
        volatile Assurance.Finder assurances = Assurance.Finder.NONE;
        volatile OutwardDoor door = () -> OutwardDoor.State.UNKNOWN;
        volatile Consumer<String> beforeAnswer = _ -> {};
        volatile Predicate<InetAddress> isHome = InetAddress::isLoopbackAddress;

        /** How far the station's clock is ahead; pauses pass in it. */
        final AtomicLong aheadMillis = new AtomicLong();

        volatile int smtpPort = 1;
        volatile RetrySchedule schedule =
                new RetrySchedule(List.of(Duration.ofMillis(100)), Duration.ofMinutes(1));
    }

    final Path data;
    final World world;
    final List<StationEvent> events = new CopyOnWriteArrayList<>();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private MailServer server;

    TestStation(Path data, World world) throws IOException {
        this.data = data;
        this.world = world;
        this.server = open();
    }

    /** A running station whose accounts all have {@link #PASSWORD}. */
    static TestStation running(Path data, Configs configs, World world) throws Exception {
        TestStation station = new TestStation(data, world);
        station.apply(configs);
        return station;
    }

    static TestStation running(Path data, Configs configs) throws Exception {
        return running(data, configs, new World());
    }

    private MailServer open() throws IOException {
        Files.createDirectories(data);
        Clock clock = new AheadClock(world.aheadMillis::get);
        return new MailServer(
                MailStorage.open(data, clock), settings(clock), new Guard(clock, world.isHome));
    }

    private MailSettings settings(Clock clock) {
        Outside outside =
                new Outside(
                                this::mx,
                                _ -> List.of(InetAddress.getLoopbackAddress()),
                                world.smtpPort,
                                LineClient.trustAll(),
                                Duration.ofSeconds(20),
                                Duration.ofSeconds(20),
                                world.schedule)
                        .withDoor(() -> world.door.look());
        return new MailSettings(
                data,
                world.secrets::get,
                new LetterSigner(keys(), clock),
                clock,
                events::add,
                new SecureRandom(),
                1000,
                this::pause,
                world.freeBytes::get,
                () -> world.resolver,
                _ -> false,
                outside,
                _ -> domain -> world.assurances.towards(domain));
    }

    private void pause(Duration time) {
        pauses.add(time);
        world.aheadMillis.addAndGet(time.toMillis());
    }

    private MxAnswer mx(String domain) {
        world.asked.add(domain);
        world.beforeAnswer.accept(domain);
        return world.mx.getOrDefault(domain, new MxAnswer.NoSuchDomain());
    }

    void apply(Configs configs) throws IOException, ServicesException {
        StationConfig config = configs.build();
        server.switchTo(config, _ -> {});
        for (Account account : config.accounts()) {
            if (!server.passwords().has(account.address())) {
                server.passwords().set(account.address(), new Secret(PASSWORD));
            }
        }
    }

    /** The keys of the signatures, as they lie on the disk. */
    StationKeys keys() {
        return new StationKeys(
                data.resolve("secrets").resolve("dkim.json"),
                Clock.systemUTC(),
                new SecureRandom());
    }

    MailServer server() {
        return server;
    }

    /** Ends the server and begins a new one on the same folder. */
    void restart(Configs configs) throws Exception {
        server.close();
        server = open();
        apply(configs);
    }

    int port(Service service) {
        return server.listeners().stream()
                .filter(listener -> listener.service() == service)
                .mapToInt(ListenerStatus::bound)
                .findFirst()
                .orElseThrow();
    }

    LineClient connect(Service service) throws IOException {
        return service.implicitTls()
                ? LineClient.tls(port(service))
                : LineClient.clear(port(service));
    }

    /** A client of port 25 that has said EHLO. */
    LineClient smtp() throws IOException {
        LineClient client = connect(Service.SMTP);
        client.reply();
        client.smtp("EHLO client.example");
        return client;
    }

    /** A client of submission that has signed in. */
    LineClient submission(String user) throws IOException {
        LineClient client = connect(Service.SUBMISSIONS);
        client.reply();
        client.smtp("EHLO laptop");
        String answer =
                client.smtp("AUTH PLAIN " + LineClient.base64("\0" + user + "\0" + PASSWORD));
        if (!answer.startsWith("235")) {
            throw new AssertionError(answer);
        }
        return client;
    }

    LineClient imap(String user) throws IOException {
        LineClient client = connect(Service.IMAPS);
        client.line();
        List<String> answer = client.imap("LOGIN \"" + user + "\" \"" + PASSWORD + "\"");
        if (!answer.getLast().startsWith("t1 OK")) {
            throw new AssertionError(answer);
        }
        return client;
    }

    /** Sends a letter and gives the reply to its last dot. */
    static String send(LineClient client, String from, List<String> to, String letter)
            throws IOException {
        String mail = client.smtp("MAIL FROM:<" + from + ">");
        if (!mail.startsWith("250")) {
            return mail;
        }
        for (String recipient : to) {
            String rcpt = client.smtp("RCPT TO:<" + recipient + ">");
            if (!rcpt.startsWith("250")) {
                return rcpt;
            }
        }
        String data = client.smtp("DATA");
        if (!data.startsWith("354")) {
            return data;
        }
        client.raw(letter.replaceAll("(?m)^\\.", "..") + ".\r\n");
        return client.reply();
    }

    /** All letters in a person's INBOX, whole. */
    List<String> inbox(String user) throws IOException {
        List<String> letters = new ArrayList<>();
        try (LineClient client = imap(user)) {
            client.imap("SELECT INBOX");
            client.raw("t1 FETCH 1:* (BODY.PEEK[])\r\n");
            Pattern literal = Pattern.compile("\\{([0-9]+)}$");
            for (String line = client.line();
                    line != null && !line.startsWith("t1 ");
                    line = client.line()) {
                Matcher matcher = literal.matcher(line);
                if (matcher.find()) {
                    byte[] bytes = client.bytes(Integer.parseInt(matcher.group(1)));
                    letters.add(new String(bytes, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return letters;
    }

    List<String> awaitInbox(String user, int count) throws IOException {
        List<String> letters = new ArrayList<>();
        await(
                () -> {
                    letters.clear();
                    try {
                        letters.addAll(inbox(user));
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                    return letters.size() >= count;
                });
        return letters;
    }

    <T extends StationEvent> T awaitEvent(Class<T> type, Predicate<T> wanted) {
        await(() -> find(type, wanted) != null);
        return Objects.requireNonNull(find(type, wanted));
    }

    private <T extends StationEvent> @Nullable T find(Class<T> type, Predicate<T> wanted) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(wanted)
                .findFirst()
                .orElse(null);
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain");
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
