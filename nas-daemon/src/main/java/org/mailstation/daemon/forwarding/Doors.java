package org.mailstation.daemon.forwarding;

import java.net.Inet6Address;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailstation.router.Pinholes;
import org.mailstation.router.RouterAnswer;

/**
 * The doors in the router's firewall for IPv6, where it lets the NAS open them. There is no
 * translation of addresses in IPv6: letters come to the very port that the NAS listens on, or not
 * at all.
 */
final class Doors {
    /** The longest that a router may take (WANIPv6FirewallControl:1 2.3.3). */
    static final Duration LEASE = Duration.ofDays(1);

    private final Clock clock;
    private final Map<Integer, Door> open = new LinkedHashMap<>();
    private String said = "";

    private record Door(int number, Inet6Address own, Instant renewAt) {}

    /** How far the IPv6 Internet gets. */
    enum State {
        /** there is nothing to open: no lasting IPv6 address, or no service for the Internet */
        NOTHING,
        /** all doors stand open */
        OPEN,
        /** nothing is kept out */
        NO_FIREWALL,
        /** the router lets nobody open doors */
        CLOSED,
        /** nobody can tell */
        UNKNOWN,
        /** the NAS listens on other ports than others look for */
        OTHER_PORT
    }

    /**
     * What a look found.
     *
     * @param own address of the NAS, or {@code null} if it has none that lasts
     * @param words the router's answer, in technical words
     */
    record Seen(State state, @Nullable Inet6Address own, List<Integer> ports, String words) {
        static final Seen NOTHING = new Seen(State.NOTHING, null, List.of(), "");

        Seen {
            ports = List.copyOf(ports);
        }
    }

    Doors(Clock clock) {
        this.clock = clock;
    }

    /**
     * Opens what is wanted and closes what is not any more.
     *
     * @param firewalls of the home's routers
     * @param own the lasting IPv6 address, or {@code null}
     * @param forgot whether the router has begun anew
     */
    Seen look(
            List<Pinholes> firewalls,
            @Nullable Inet6Address own,
            List<Want> wants,
            boolean forgot) {
        List<Integer> ports =
                wants.stream().filter(want -> want.wish() != null).map(Want::external).toList();
        if (forgot) {
            open.clear();
        }
        if (own == null || ports.isEmpty()) {
            firewalls.forEach(this::closeAll);
            return own == null ? Seen.NOTHING : new Seen(State.NOTHING, own, ports, "");
        }
        if (wants.stream().anyMatch(Doors::elsewhere)) {
            return new Seen(State.OTHER_PORT, own, ports, "");
        }
        State state = firewalls.isEmpty() ? State.UNKNOWN : look(firewalls.getFirst(), own, ports);
        return new Seen(state, own, ports, firewalls.isEmpty() ? "no router offers it" : said);
    }

    private static boolean elsewhere(Want want) {
        return want.wish() != null && want.internal() != want.external();
    }

    private State look(Pinholes firewall, Inet6Address own, List<Integer> ports) {
        RouterAnswer<Pinholes.Firewall> answer = firewall.firewall();
        said = answer.technically();
        if (!(answer instanceof RouterAnswer.Given<Pinholes.Firewall>(var there))) {
            return State.UNKNOWN;
        }
        if (!there.on()) {
            return State.NO_FIREWALL;
        }
        if (!there.takesWishes()) {
            return State.CLOSED;
        }
        for (int port : List.copyOf(open.keySet())) {
            if (!ports.contains(port)) {
                close(firewall, port);
            }
        }
        State worst = State.OPEN;
        for (int port : ports) {
            State one = see(firewall, own, port);
            worst = one == State.OPEN ? worst : one;
        }
        return worst;
    }

    private State see(Pinholes firewall, Inet6Address own, int port) {
        Door door = open.get(port);
        Instant now = clock.instant();
        if (door != null && door.own().equals(own)) {
            if (now.isBefore(door.renewAt())) {
                return State.OPEN;
            }
            if (firewall.renew(door.number(), LEASE) instanceof RouterAnswer.Given<Boolean>) {
                open.put(port, new Door(door.number(), own, renewal(now)));
                return State.OPEN;
            }
        }
        open.remove(port);
        RouterAnswer<Integer> answer = firewall.open(own, port, LEASE);
        said = answer.technically();
        return switch (answer) {
            case RouterAnswer.Given<Integer>(Integer number) -> {
                open.put(port, new Door(number, own, renewal(now)));
                yield State.OPEN;
            }
            case RouterAnswer.Refused<Integer> _ -> State.CLOSED;
            case RouterAnswer.Silent<Integer> _, RouterAnswer.Garbled<Integer> _ -> State.UNKNOWN;
        };
    }

    private static Instant renewal(Instant now) {
        return now.plus(LEASE.dividedBy(2));
    }

    private void closeAll(Pinholes firewall) {
        List.copyOf(open.keySet()).forEach(port -> close(firewall, port));
    }

    /** One that cannot be closed now closes by itself when its time is over. */
    private void close(Pinholes firewall, int port) {
        Door door = open.remove(port);
        if (door != null) {
            firewall.close(door.number());
        }
    }
}
