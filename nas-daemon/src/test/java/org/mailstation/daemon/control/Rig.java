package org.mailstation.daemon.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Parsed;
import org.mailstation.config.Relay;
import org.mailstation.config.StationConfig;
import org.mailstation.control.AppPasswordRequest;
import org.mailstation.control.AppPasswords;
import org.mailstation.control.Ban;
import org.mailstation.control.BanRequest;
import org.mailstation.control.Bans;
import org.mailstation.control.CertificateFetching;
import org.mailstation.control.CertificateRequest;
import org.mailstation.control.ControlConnection;
import org.mailstation.control.DkimRequest;
import org.mailstation.control.DkimStatus;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest;
import org.mailstation.control.Hello;
import org.mailstation.control.LogLine;
import org.mailstation.control.LogLines;
import org.mailstation.control.Metrics;
import org.mailstation.control.NasUsers;
import org.mailstation.control.Progress;
import org.mailstation.control.Reindexed;
import org.mailstation.control.Relayed;
import org.mailstation.control.RelayedRequest;
import org.mailstation.control.Secret;
import org.mailstation.control.SigningKeyStatus;
import org.mailstation.control.SigningStatus;
import org.mailstation.control.StationControl;
import org.mailstation.control.StationEvent;
import org.mailstation.control.StationListener;
import org.mailstation.control.TraceRequest;
import org.mailstation.control.Traces;
import org.mailstation.daemon.apply.Bench;
import org.mailstation.daemon.box.Box;
import org.mailstation.daemon.setup.ClientDesk;
import org.mailstation.daemon.state.SecretStore;
import org.mailstation.daemon.status.StatusReporter;
import org.mailstation.text.Text;

/** A daemon's control side over a real socket, with services in the test's hands. */
public final class Rig implements AutoCloseable {
    public final Bench bench;
    public final EventHub events = new EventHub();
    public final Map<String, Secret> passwords = new ConcurrentHashMap<>();
    public final SecretStore secrets;
    public final NoDdns ddns = new NoDdns();
    public final List<CertificateRequest.Wanted> certificateAsked = new CopyOnWriteArrayList<>();
    public final List<RelayedRequest> relayedAsked = new CopyOnWriteArrayList<>();

    /** What goes through the relay. */
    public volatile Relayed relayed = new Relayed(Relay.Use.NEVER, "", true, List.of());

    public final FakeHome home = new FakeHome();
    public final FakeExamining examining = new FakeExamining();

    /** What a reindex finds. */
    public volatile Reindexed reindexed = new Reindexed(12, 1, 2, 0);

    /** Who is on the NAS. */
    public volatile NasUsers nasUsers = new NasUsers.CouldNotTell();

    /** Backups. */
    public final FakeCopies copies = new FakeCopies();

    /** The keys of the signatures. */
    public volatile @Nullable SigningStatus signing =
            new SigningStatus(new SigningKeyStatus("ms1", "AAAA", Instant.EPOCH), null, List.of());

    /** How often the relay's password may have become another. */
    public final AtomicInteger relayChanges = new AtomicInteger();

    /** How letters are signed. */
    public volatile DkimStatus dkim = new DkimStatus(null, false, List.of());

    public final List<DkimRequest.Wanted> dkimAsked = new CopyOnWriteArrayList<>();

    /** What is known of the router. */
    public volatile Forwards forwards = new Forwards(Instant.EPOCH, null, List.of(), List.of());

    public final List<ForwardsRequest.Wanted> asked = new CopyOnWriteArrayList<>();

    /** Where letters are. */
    public volatile Traces traces = new Traces(List.of(), false);

    public final List<TraceRequest> traced = new CopyOnWriteArrayList<>();

    /** Who is shut out. */
    public volatile List<Ban> bans = List.of();

    public final List<BanRequest> bansAsked = new CopyOnWriteArrayList<>();

    /** Real ones, over the data folder. */
    private final RulesDesk rules;

    private static final AppPasswords.Device PHONE =
            new AppPasswords.Device("Phone", Instant.parse("2026-05-01T12:00:00Z"));

    private final ControlServer server;

    public Rig(Path folder, Function<String, Parsed<StationConfig>> reader) throws IOException {
        bench = new Bench(folder, reader);
        secrets = new SecretStore(bench.data);
        rules = TestRules.over(folder, bench.time);
        StatusReporter reporter =
                new StatusReporter(
                        bench.applier,
                        bench.services,
                        bench.store,
                        bench.data,
                        passwords::containsKey,
                        () -> signing,
                        List::of,
                        List::of,
                        List::of,
                        List::of,
                        new Box(folder.resolve("no-such-box")),
                        bench.time,
                        "1.2.3");
        server =
                ControlServer.open(
                        bench.data.socket(),
                        new Station(
                                "1.2.3",
                                bench.applier,
                                reader,
                                reporter::report,
                                new MapPasswords(passwords),
                                secrets,
                                progress -> {
                                    progress.accept(
                                            new Progress(
                                                    0, Text.of("reindex.step", "anna", "INBOX")));
                                    return reindexed;
                                },
                                () -> nasUsers,
                                copies,
                                ddns,
                                relayChanges::incrementAndGet,
                                request -> {
                                    asked.add(request.wanted());
                                    return forwards;
                                },
                                request -> {
                                    dkimAsked.add(request.wanted());
                                    return dkim;
                                },
                                request -> {
                                    certificateAsked.add(request.wanted());
                                    return CertificateFetching.OFF;
                                },
                                rules,
                                request -> {
                                    relayedAsked.add(request);
                                    return relayed;
                                },
                                new ClientDesk(_ -> Optional.empty())::answer,
                                examining,
                                request -> {
                                    traced.add(request);
                                    return traces;
                                },
                                request -> {
                                    bansAsked.add(request);
                                    return new Bans(
                                            bans, request.wanted() == BanRequest.Wanted.LIFT);
                                },
                                home,
                                () -> new Metrics("mailstation_queue_letters 3\n"),
                                n -> new LogLines(List.of("first", "second").subList(2 - n, 2)),
                                events));
    }

    /** Passwords shorter than eight characters are refused. */
    private record MapPasswords(Map<String, Secret> map) implements Passwords {
        @Override
        public boolean isSet(String address) {
            return map.containsKey(address);
        }

        @Override
        public @Nullable Text set(String address, Secret password) {
            if (password.reveal().length() < 8) {
                return Text.of("password.too-short", "8");
            }
            map.put(address, password);
            return null;
        }

        @Override
        public AppPasswords devices(AppPasswordRequest request) {
            return switch (request.wanted()) {
                case LIST -> new AppPasswords.Devices(null, List.of(PHONE));
                case MAKE -> new AppPasswords.Devices(new Secret("made-for-one"), List.of(PHONE));
                case REVOKE -> new AppPasswords.Refused(Text.of("app-password.none", "x"));
            };
        }
    }

    /** What a connection heard. */
    public static final class Ear implements StationListener {
        public final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

        @Override
        public void progress(Progress progress) {
            heard.add(progress);
        }

        @Override
        public void event(StationEvent event) {
            heard.add(event);
        }

        @Override
        public void logLine(LogLine line) {
            heard.add(line);
        }

        public @Nullable Object next() throws InterruptedException {
            return heard.poll(20, TimeUnit.SECONDS);
        }
    }

    public SocketChannel socket() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(bench.data.socket()));
        return channel;
    }

    public ControlConnection.Client stranger(StationListener listener) throws IOException {
        SocketChannel channel = socket();
        return ControlConnection.connect(
                Channels.newInputStream(channel), Channels.newOutputStream(channel), listener);
    }

    public ControlConnection.Client client(StationListener listener) throws Exception {
        ControlConnection.Client client = stranger(listener);
        client.station()
                .hello(new Hello(StationControl.PROTOCOL, "test 1"))
                .get(20, TimeUnit.SECONDS);
        return client;
    }

    @Override
    public void close() throws IOException {
        server.close();
        bench.applier.close();
    }
}
