package org.mailstation.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntBiFunction;

/** Where the daemon listens, one entry for every {@link Service}. */
public record Ports(Map<Service, Port> byService) {
    /**
     * The standard numbers; open to the Internet is what other servers need (25) and what the
     * family's programs need on the way (465, 993), the rest is for the home. Filter rules have
     * other ways in: few programs speak ManageSieve, and what nobody uses shall not listen.
     */
    public static final Ports STANDARD = standard();

    /** From this one on any program may listen. */
    private static final int FIRST_FOR_ALL = 1024;

    public Ports {
        byService = Map.copyOf(byService);
        for (Service service : Service.values()) {
            if (!byService.containsKey(service)) {
                throw new IllegalArgumentException("no port for " + service);
            }
        }
    }

    public Port of(Service service) {
        return Objects.requireNonNull(byService.get(service));
    }

    /** The same with another port for one service. */
    public Ports with(Service service, Port port) {
        Map<Service, Port> other = new EnumMap<>(byService);
        other.put(service, port);
        return new Ports(other);
    }

    /**
     * Whether a service that is switched on listens below 1024, for which a program needs a right.
     */
    public boolean needRight() {
        return byService.values().stream()
                .anyMatch(
                        port ->
                                port.open() != Port.Open.OFF
                                        && port.number() > 0
                                        && port.number() < FIRST_FOR_ALL);
    }

    /**
     * The same for a program without that right: each service below 1024 listens at its high port.
     * Outside nothing changes, since the router leads the ports there.
     */
    public Ports withoutRight() {
        return numbered(
                (service, number) ->
                        number > 0 && number < FIRST_FOR_ALL ? service.highPort() : number);
    }

    /** Back again: each service at its high port listens at the standard one. */
    public Ports withRight() {
        return numbered(
                (service, number) ->
                        number == service.highPort() ? service.standardPort() : number);
    }

    private Ports numbered(ToIntBiFunction<Service, Integer> change) {
        Map<Service, Port> other = new EnumMap<>(Service.class);
        byService.forEach(
                (service, port) ->
                        other.put(
                                service,
                                new Port(
                                        change.applyAsInt(service, port.number()),
                                        port.external(),
                                        port.open())));
        return new Ports(other);
    }

    private static Ports standard() {
        Map<Service, Port> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            Port.Open open =
                    switch (service) {
                        case SMTP, SUBMISSIONS, IMAPS -> Port.Open.INTERNET;
                        case SUBMISSION, IMAP, POP3, POP3S -> Port.Open.LAN;
                        case MANAGESIEVE -> Port.Open.OFF;
                    };
            ports.put(service, new Port(service.standardPort(), service.standardPort(), open));
        }
        return new Ports(ports);
    }
}
