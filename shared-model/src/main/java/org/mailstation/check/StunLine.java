package org.mailstation.check;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Vantage;
import org.mailstation.probe.RecordType;
import org.mailstation.router.stun.Reflexive;
import org.mailstation.router.stun.Stun;

/** Learns the home's address from STUN servers: the address that the Internet sees. */
public final class StunLine implements PublicLine {
    private static final InetSocketAddress ANY = new InetSocketAddress("0.0.0.0", 0);

    private final Stun stun;
    private final PublicNames names;
    private final Landmarks landmarks;
    private final Vantage vantage;
    private final Clock clock;
    private @Nullable Answer known;

    public StunLine(
            Stun stun, PublicNames names, Landmarks landmarks, Vantage vantage, Clock clock) {
        this.stun = stun;
        this.names = names;
        this.landmarks = landmarks;
        this.vantage = vantage;
        this.clock = clock;
    }

    /** Asks all servers at once, and once only however many want to know. */
    @Override
    public synchronized Answer address() throws InterruptedException {
        if (known == null) {
            known = ask();
        }
        return known;
    }

    private record Heard(@Nullable InetAddress address, Evidence evidence) {}

    private Answer ask() throws InterruptedException {
        List<Callable<Heard>> questions = new ArrayList<>();
        for (String server : landmarks.addressServers()) {
            questions.add(() -> ask(server));
        }
        List<Heard> heard = Together.call(questions);
        List<Evidence> evidence = heard.stream().map(Heard::evidence).toList();
        Set<InetAddress> addresses = new LinkedHashSet<>();
        for (Heard one : heard) {
            if (one.address() != null) {
                addresses.add(one.address());
            }
        }
        return addresses.size() == 1
                ? new Known(addresses.iterator().next(), evidence)
                : new Unknown(evidence);
    }

    private Heard ask(String server) {
        String host = server.substring(0, server.lastIndexOf(':'));
        int port = Integer.parseInt(server.substring(server.lastIndexOf(':') + 1));
        List<String> found = names.here(host, RecordType.A).values();
        if (found.isEmpty()) {
            return heard(server, null, "no address for this server");
        }
        InetSocketAddress where = new InetSocketAddress(Addresses.literal(found.getFirst()), port);
        return switch (stun.ask(ANY, where)) {
            case Reflexive.From(var from) ->
                    heard(server, from.getAddress(), from.getAddress().getHostAddress());
            case Reflexive.Refused(var code) -> heard(server, null, "refused, " + code);
            case Reflexive.Silent(var why) -> heard(server, null, why);
            case Reflexive.Garbled(var why) -> heard(server, null, why);
        };
    }

    private Heard heard(String server, @Nullable InetAddress address, String answer) {
        String asked = "STUN binding at " + server;
        return new Heard(address, new Evidence(vantage, asked, answer, clock.instant()));
    }
}
