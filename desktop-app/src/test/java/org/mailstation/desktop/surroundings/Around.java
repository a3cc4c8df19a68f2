package org.mailstation.desktop.surroundings;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Identity;
import org.mailstation.check.Landmarks;
import org.mailstation.check.PublicLine;
import org.mailstation.check.PublicNames;
import org.mailstation.check.Scene;
import org.mailstation.config.Account;
import org.mailstation.config.StationConfig;
import org.mailstation.ddns.update.Web;
import org.mailstation.finding.Vantage;
import org.mailstation.lan.Lan;
import org.mailstation.probe.Dns;
import org.mailstation.probe.DnsAnswer;
import org.mailstation.probe.DnsReply;
import org.mailstation.probe.DoorAnswer;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.Referral;
import org.mailstation.probe.TimeServers;
import org.mailstation.router.Entry;
import org.mailstation.router.Gateway;
import org.mailstation.router.Line;
import org.mailstation.router.MapOutcome;
import org.mailstation.router.Mapping;
import org.mailstation.router.PortMapper;
import org.mailstation.router.Protocol;
import org.mailstation.router.RouterAnswer;
import org.mailstation.router.Wish;

/** A computer at 192.168.1.20, whose router tells what the test wants. */
final class Around implements Surroundings {
    static final String NAS = "192.168.1.5";
    static final StationConfig CONFIG =
            StationConfig.minimal(
                    "mail.example.org",
                    "example.org",
                    List.of(new Account("anna@example.org", "Anna", 0, true)));

    List<Lan> lans = List.of(new Lan(v4("192.168.1.20"), 24));
    List<PortMapper> routers = List.of();
    @Nullable WayOut wayOut = new WayOut("eth0", false);
    String seenAs = "198.51.100.7";
    String published = "198.51.100.7";

    static Inet4Address v4(String literal) {
        return (Inet4Address) InetAddress.ofLiteral(literal);
    }

    @Override
    public List<Lan> lans() {
        return lans;
    }

    @Override
    public List<Inet4Address> gateways() {
        return List.of(v4("192.168.1.1"));
    }

    @Override
    public List<PortMapper> routers() {
        return routers;
    }

    @Override
    public @Nullable WayOut wayOut() {
        return wayOut;
    }

    Scene scene(StationConfig config, Identity identity, Landmarks places) {
        NameServer names =
                question ->
                        new DnsReply(
                                "names",
                                question,
                                new DnsAnswer.Records(
                                        List.of(published), Duration.ofMinutes(1), List.of()),
                                true,
                                false);
        Dns dns =
                new Dns() {
                    @Override
                    public NameServer here() {
                        return names;
                    }

                    @Override
                    public NameServer resolver(InetAddress server) {
                        return names;
                    }

                    @Override
                    public NameServer authority(InetAddress server) {
                        return names;
                    }

                    @Override
                    public Referral refer(InetAddress server, String zone) {
                        throw new AssertionError("nobody was to follow a delegation");
                    }
                };
        return new Scene(
                Vantage.PC,
                config,
                identity,
                places,
                new PublicNames(dns, places),
                (_, _, _, _) -> new DoorAnswer.Silent(),
                () -> new PublicLine.Known(v4(seenAs), List.of()),
                _ -> new TimeServers.CouldNotTell("no"),
                _ -> new Web.Answer.None("no"),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    Scene scene() {
        return scene(CONFIG, new Identity("", v4(NAS)), Landmarks.INTERNET);
    }

    /** A router with these entries. */
    static PortMapper router(Map<Integer, Mapping> entries) {
        return new PortMapper() {
            @Override
            public Gateway gateway() {
                return new Gateway(
                        Protocol.IGD, v4("192.168.1.1"), v4("192.168.1.20"), "Box", null);
            }

            @Override
            public RouterAnswer<Line> line() {
                return new RouterAnswer.Silent<>("not asked");
            }

            @Override
            public RouterAnswer<MapOutcome> map(Wish wish, Duration lease) {
                throw new AssertionError("nothing was to be changed");
            }

            @Override
            public RouterAnswer<Entry> read(int external) {
                Mapping mapping = entries.get(external);
                return new RouterAnswer.Given<>(
                        mapping == null ? new Entry.NotListed() : new Entry.Leads(mapping));
            }

            @Override
            public RouterAnswer<Boolean> unmap(Wish wish) {
                throw new AssertionError("nothing was to be changed");
            }
        };
    }
}
