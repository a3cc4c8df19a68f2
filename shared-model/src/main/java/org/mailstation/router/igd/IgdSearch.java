package org.mailstation.router.igd;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mailstation.lan.Deadline;
import org.mailstation.lan.HomeHttp;
import org.mailstation.lan.Lan;
import org.mailstation.lan.LanSocket;
import org.mailstation.lan.Round;
import org.mailstation.lan.SsdpMessage;
import org.mailstation.router.Gateway;
import org.mailstation.router.Line;
import org.mailstation.router.Pinholes;
import org.mailstation.router.PortMapper;
import org.mailstation.router.Protocol;
import org.mailstation.router.RouterAnswer;

/**
 * Looks for routers that speak UPnP in one network.
 *
 * @param group where to ask: the multicast group, {@link #GROUP}
 * @param listen how long answers are awaited; a device may take a second (MX)
 * @param again when the question is put once more, as a datagram may get lost
 * @param patience for each call of an action
 */
public record IgdSearch(
        InetSocketAddress group, Duration listen, Duration again, Duration patience) {
    /** UPnP Device Architecture 1.1, 1.3.2. */
    public static final InetSocketAddress GROUP =
            new InetSocketAddress(SsdpMessage.GROUP, SsdpMessage.PORT);

    private static final List<String> TARGETS =
            List.of(
                    "urn:schemas-upnp-org:device:InternetGatewayDevice:2",
                    "urn:schemas-upnp-org:device:InternetGatewayDevice:1");

    private static final String SERVICE = "urn:schemas-upnp-org:service:";
    private static final List<String> CONNECTIONS =
            List.of(
                    SERVICE + "WANIPConnection:2",
                    SERVICE + "WANIPConnection:1",
                    SERVICE + "WANPPPConnection:1");
    private static final String FIREWALL = SERVICE + "WANIPv6FirewallControl:1";

    /** More routers than that in one home are somebody's game. */
    private static final int MOST_DESCRIPTIONS = 8;

    /**
     * A router found.
     *
     * @param pinholes {@code null} if it does not offer any
     */
    public record Found(PortMapper mapper, @Nullable Pinholes pinholes) {}

    /**
     * Asks in this network.
     *
     * @throws IOException if the question could not be sent
     */
    public List<Found> in(Lan lan) throws IOException {
        return ask(lan, lan::contains);
    }

    /**
     * Asks one router alone, which need not be in this network: {@link #group} is its own address
     * then (UPnP Device Architecture 1.1, 1.3.2, unicast search).
     *
     * @throws IOException if the question could not be sent
     */
    public List<Found> alone(Lan lan) throws IOException {
        return ask(lan, group.getAddress()::equals);
    }

    private List<Found> ask(Lan lan, Predicate<InetAddress> trusted) throws IOException {
        Map<URI, Inet4Address> places = new LinkedHashMap<>();
        try (DatagramSocket socket = LanSocket.in(lan, group)) {
            List<byte[]> questions = TARGETS.stream().map(SsdpMessage::search).toList();
            new Round(socket)
                    .run(
                            Round.to(socket, group, questions),
                            again,
                            (datagram, sender) -> take(datagram, sender, trusted, places),
                            Deadline.in(listen));
        }
        return places.entrySet().stream()
                .limit(MOST_DESCRIPTIONS)
                .flatMap(place -> describe(place.getKey(), place.getValue(), lan).stream())
                .toList();
    }

    private static void take(
            byte[] datagram,
            InetAddress sender,
            Predicate<InetAddress> trusted,
            Map<URI, Inet4Address> places) {
        if (trusted.test(sender) && sender instanceof Inet4Address router) {
            SsdpMessage.response(datagram)
                    .flatMap(response -> response.description(sender))
                    .ifPresent(where -> places.putIfAbsent(where, router));
        }
    }

    private Optional<Found> describe(URI where, Inet4Address router, Lan lan) {
        return HomeHttp.fetch(where, Deadline.in(patience))
                .flatMap(xml -> IgdDescription.parse(xml, where))
                .flatMap(description -> found(description, router, lan));
    }

    private Optional<Found> found(IgdDescription description, Inet4Address router, Lan lan) {
        Gateway gateway =
                new Gateway(
                        Protocol.IGD,
                        router,
                        lan.address(),
                        description.name(),
                        description.page());
        return connection(description, gateway)
                .map(mapper -> new Found(mapper, pinholes(description)));
    }

    /**
     * A router may describe an IP and a PPP connection, of which only one is in use: the connected
     * one, else the first.
     */
    private Optional<PortMapper> connection(IgdDescription description, Gateway gateway) {
        List<PortMapper> all =
                CONNECTIONS.stream()
                        .flatMap(type -> of(type, description))
                        .<PortMapper>map(one -> new IgdRouter(gateway, new Soap(one, patience)))
                        .toList();
        return all.size() < 2
                ? all.stream().findFirst()
                : all.stream()
                        .filter(IgdSearch::connected)
                        .findFirst()
                        .or(() -> all.stream().findFirst());
    }

    private static boolean connected(PortMapper mapper) {
        return mapper.line() instanceof RouterAnswer.Given<Line>(Line line) && line.connected();
    }

    private @Nullable Pinholes pinholes(IgdDescription description) {
        return of(FIREWALL, description)
                .findFirst()
                .map(one -> new IgdPinholes(new Soap(one, patience)))
                .orElse(null);
    }

    private static java.util.stream.Stream<IgdDescription.Service> of(
            String type, IgdDescription description) {
        return description.services().stream().filter(one -> one.type().equals(type));
    }
}
