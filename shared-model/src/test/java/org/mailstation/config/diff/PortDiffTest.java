package org.mailstation.config.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.config.Configs.SMALL;
import static org.mailstation.config.diff.Told.told;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailstation.config.Configs;
import org.mailstation.config.Network;
import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;

class PortDiffTest {
    private static final Network DIRECT = new Network(Network.Line.DIRECT, Network.Address.STATIC);
    private static final Port LAN = new Port(993, 993, Port.Open.LAN);
    private static final Port INTERNET = new Port(993, 993, Port.Open.INTERNET);
    private static final Port OFF = new Port(993, 993, Port.Open.OFF);
    private static final Port SMTP = Ports.STANDARD.of(Service.SMTP);

    @ParameterizedTest
    @MethodSource("oneMove")
    void a_port_that_moves_is_told_with_what_clients_and_router_must_do(
            Service service, Port from, Port to, String... told) {
        StationConfig before = SMALL.withPorts(Ports.STANDARD.with(service, from));
        assertThat(told(before, SMALL.withPorts(Ports.STANDARD.with(service, to))))
                .containsExactly(told);
    }

    static Stream<Arguments> oneMove() {
        return Stream.of(openings(), moves(), movesOutside()).flatMap(table -> table);
    }

    private static Stream<Arguments> openings() {
        return Stream.of(
                row(
                        Service.IMAPS,
                        LAN,
                        INTERNET,
                        "ports.imaps.open: change.ports.open.internet[imaps] > effect.router.map[993, 993]"),
                row(
                        Service.IMAPS,
                        INTERNET,
                        LAN,
                        "ports.imaps.open: change.ports.open.lan[imaps] > effect.router.unmap[993]"),
                row(
                        Service.IMAPS,
                        LAN,
                        OFF,
                        "ports.imaps.open: change.ports.open.off[imaps] > effect.listener.closes[imaps]"),
                row(
                        Service.SMTP,
                        SMTP,
                        new Port(25, 25, Port.Open.OFF),
                        "ports.smtp.open: change.ports.open.off[smtp] > effect.listener.closes[smtp]"
                                + " > effect.router.unmap[25] > effect.smtp.unreachable[]"));
    }

    private static Stream<Arguments> moves() {
        return Stream.of(
                row(
                        Service.IMAPS,
                        OFF,
                        new Port(1993, 993, Port.Open.OFF),
                        "ports.imaps.port: change.ports.port[imaps, 993, 1993]"),
                row(
                        Service.IMAPS,
                        LAN,
                        new Port(1993, 993, Port.Open.LAN),
                        "ports.imaps.port: change.ports.port[imaps, 993, 1993]"
                                + " > effect.listener.restarts[imaps] > effect.clients.port[imaps, 1993]"),
                row(
                        Service.IMAPS,
                        LAN,
                        new Port(0, 993, Port.Open.INTERNET),
                        "ports.imaps.open: change.ports.open.internet[imaps] > effect.router.map-any[993]",
                        "ports.imaps.port: change.ports.port[imaps, 993, 0] > effect.listener.restarts[imaps]"
                                + " > effect.clients.any[imaps] > effect.router.map-any[993]"),
                row(
                        Service.SMTP,
                        SMTP,
                        new Port(2525, 25, Port.Open.INTERNET),
                        "ports.smtp.port: change.ports.port[smtp, 25, 2525]"
                                + " > effect.listener.restarts[smtp] > effect.router.map[25, 2525]"));
    }

    private static Stream<Arguments> movesOutside() {
        return Stream.of(
                row(
                        Service.SMTP,
                        SMTP,
                        new Port(25, 2525, Port.Open.INTERNET),
                        "ports.smtp.external: change.ports.external[smtp, 25, 2525]"
                                + " > effect.router.map[2525, 25] > effect.smtp.only-25[]"),
                row(
                        Service.IMAPS,
                        INTERNET,
                        new Port(993, 1993, Port.Open.INTERNET),
                        "ports.imaps.external: change.ports.external[imaps, 993, 1993]"
                                + " > effect.router.map[1993, 993] > effect.clients.outside[imaps, 1993]"),
                row(
                        Service.IMAPS,
                        LAN,
                        new Port(993, 1993, Port.Open.LAN),
                        "ports.imaps.external: change.ports.external[imaps, 993, 1993]"));
    }

    @Test
    void without_a_router_nothing_is_said_about_one() {
        StationConfig direct = Configs.with(SMALL, "network", DIRECT);
        StationConfig moved =
                direct.withPorts(
                        Ports.STANDARD.with(
                                Service.IMAPS, new Port(1993, 993, Port.Open.INTERNET)));
        assertThat(told(direct, moved)).noneMatch(told -> told.contains("effect.router"));
    }

    private static Arguments row(Object what, Object from, Object to, String... told) {
        return Arguments.of(what, from, to, told);
    }
}
