package org.mailstation.clients;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailstation.config.Network;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;

/**
 * One service as a mail program reaches it.
 *
 * @param port outside, where the service is open to the Internet; else on the station
 * @param everywhere whether it is reached from outside the home, too
 */
public record ClientWay(Service service, int port, boolean everywhere) {
    /** Letters are fetched; else they are read where they are, or sent. */
    public boolean isPop3() {
        return service == Service.POP3 || service == Service.POP3S;
    }

    /** TLS from the first byte; else STARTTLS. */
    public boolean tlsAtOnce() {
        return service.implicitTls();
    }

    /**
     * The better of two services that are the same but for the way they are encrypted: what is open
     * to the Internet first, then what encrypts from the first byte (RFC 8314 3).
     */
    static Optional<ClientWay> of(StationConfig config, Service implicit, Service upgraded) {
        return Stream.of(implicit, upgraded)
                .flatMap(service -> of(config, service).stream())
                .min(
                        Comparator.comparing((ClientWay way) -> !way.everywhere())
                                .thenComparing(way -> !way.tlsAtOnce()));
    }

    private static Optional<ClientWay> of(StationConfig config, Service service) {
        Port port = config.ports().of(service);
        int here = port.number() == 0 ? service.standardPort() : port.number();
        boolean direct = config.network().line() == Network.Line.DIRECT;
        return switch (port.open()) {
            case OFF -> Optional.empty();
            case LAN -> Optional.of(new ClientWay(service, here, false));
            case INTERNET ->
                    Optional.of(new ClientWay(service, direct ? here : port.external(), true));
        };
    }
}
