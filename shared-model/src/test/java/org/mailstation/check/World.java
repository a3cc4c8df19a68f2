package org.mailstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.ddns.update.Web;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.probe.DoorAnswer;
import org.mailstation.probe.TimeServers;
import org.mailstation.probe.TlsSeen;
import org.mailstation.probe.real.TestDns;
import org.mailstation.probe.real.ZoneServer;

/**
 * A small Internet on loopback: a public resolver that knows everything, the two name servers of
 * {@code example.org}, and a station at 198.51.100.7 whose ports answer as the test wants.
 */
final class World implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    static final String HOME = "198.51.100.7";
    static final String KEY = "5a".repeat(32);

    final ZoneServer resolver = new ZoneServer(false);
    final ZoneServer router = new ZoneServer(false);
    final ZoneServer first = new ZoneServer(true);
    final ZoneServer second = new ZoneServer(true);
    final ZoneServer parent = new ZoneServer(true);
    final Map<InetSocketAddress, DoorAnswer> doors = new HashMap<>();

    /** What a port answers to the first knock, before it answers as {@link #doors} say. */
    final Map<InetSocketAddress, DoorAnswer> firstKnock = new ConcurrentHashMap<>();

    final Map<URI, Web.Answer> pages = new HashMap<>();
    TimeServers.Answer time = new TimeServers.Told(Duration.ZERO);
    PublicLine line = () -> new PublicLine.Known(InetAddress.ofLiteral(HOME), List.of());
    StationConfig config =
            StationConfig.minimal(
                    "mail.example.org",
                    "example.org",
                    List.of(new Account("anna@example.org", "Anna", 0, true)));
    Identity identity = new Identity(KEY, InetAddress.ofLiteral("192.168.1.5"));
    Vantage vantage = Vantage.PC;

    World() throws IOException {
        resolver.has("example.org", "NS", "ns1.example.net.")
                .has("example.org", "NS", "ns2.example.net.")
                .has("ns1.example.net", "A", "203.0.113.1")
                .has("ns2.example.net", "A", "203.0.113.2")
                .has("org", "NS", "a.org-servers.net.")
                .has("a.org-servers.net", "A", "203.0.113.53")
                .has("com", "NS", "a.gtld-servers.net.");
        parent.delegates("example.org", "ns1.example.net.", "203.0.113.1")
                .delegates("example.org", "ns2.example.net.", "203.0.113.2");
        for (ZoneServer server : List.of(first, second)) {
            server.has("example.org", "SOA", "ns1.example.net. admin.example.org. 1 2 3 4 5")
                    .has("example.org", "NS", "ns1.example.net.")
                    .has("example.org", "NS", "ns2.example.net.");
        }
    }

    static List<ZoneServer> all(World world) {
        return List.of(world.resolver, world.router, world.first, world.second);
    }

    /** A record that the zone's own servers, the resolver and the router all tell. */
    World publishes(String name, String type, String data) {
        for (ZoneServer server : all(this)) {
            server.has(name, type, data);
        }
        return this;
    }

    /** Everything as it should be in the DNS. */
    World healthy() {
        return publishes("mail.example.org", "A", HOME)
                .publishes("example.org", "MX", "10 mail.example.org.")
                .publishes("example.org", "TXT", "\"v=spf1 mx ~all\"")
                .publishes("_dmarc.example.org", "TXT", "\"v=DMARC1; p=none\"")
                .publishes("7.100.51.198.in-addr.arpa", "PTR", "mail.example.org.");
    }

    static DoorAnswer secured(String key) {
        return new DoorAnswer.Secured(
                "220 mail.example.org",
                new TlsSeen(key, List.of("mail.example.org"), NOW, NOW, false, "TLSv1.3"));
    }

    Scene scene() {
        Map<String, ZoneServer> servers =
                Map.of(
                        "9.9.9.9", resolver,
                        "192.168.1.1", router,
                        "203.0.113.53", parent,
                        "203.0.113.1", first,
                        "203.0.113.2", second);
        Landmarks landmarks =
                new Landmarks(
                        List.of("9.9.9.9"),
                        List.of("mx.example.net"),
                        List.of(BlockList.ofAddresses("zen.spamhaus.org")),
                        List.of(new BlockList("dbl.spamhaus.org", "dbltest.com", "invalid")),
                        List.of("time.example.net"));
        PublicNames names = new PublicNames(new TestDns(servers, "192.168.1.1"), landmarks);
        return new Scene(
                vantage,
                config,
                identity,
                landmarks,
                names,
                (_, where, _, _) -> knocked(where),
                line,
                _ -> time,
                request -> pages.getOrDefault(request.uri(), new Web.Answer.None("no way")),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private DoorAnswer knocked(InetSocketAddress where) {
        DoorAnswer once = firstKnock.remove(where);
        return once == null ? doors.getOrDefault(where, new DoorAnswer.Silent()) : once;
    }

    Finding look(Check check) throws InterruptedException {
        List<Finding> found = check.look(scene());
        if (found.size() != 1) {
            throw new AssertionError("not one finding: " + found);
        }
        return found.getFirst();
    }

    /** The one finding, which must have this verdict in this sentence. */
    Finding judged(Check check, Verdict verdict, String sentence) throws InterruptedException {
        Finding found = look(check);
        assertThat(found.sentence().key()).isEqualTo(sentence);
        assertThat(found.verdict()).isEqualTo(verdict);
        return found;
    }

    /** The same, and this severity. */
    Finding judged(Check check, Verdict verdict, Severity severity, String sentence)
            throws InterruptedException {
        Finding found = judged(check, verdict, sentence);
        assertThat(found.severity()).isEqualTo(severity);
        return found;
    }

    @Override
    public void close() {
        all(this).forEach(ZoneServer::close);
        parent.close();
    }
}
