package org.mailstation.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Where the daemon listens, one entry for every {@link Service}. */
public record Ports(Map<Service, Port> byService) {
    /**
     * The standard numbers; open to the Internet is what other servers need (25) and what the
     * family's programs need on the way (465, 993), the rest is for the home. Filter rules have
     * other ways in: few programs speak ManageSieve, and what nobody uses shall not listen.
     */
    public static final Ports STANDARD = standard();

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
