package org.mailstation.router.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailstation.lan.Lan;
import org.mailstation.lan.UdpResponder;
import org.mailstation.lan.Waits;
import org.mailstation.router.Protocol;
import org.mailstation.router.igd.IgdSearch;
import org.mailstation.router.pcp.Nonce;

@Timeout(60)
class RouterSearchTest {
    private static final Inet4Address HERE = (Inet4Address) InetAddress.ofLiteral("127.0.0.1");
    private static final Lan LOOPBACK = new Lan(HERE, 8);

    private static RoutersFound find(UdpResponder router, List<Lan> lans, Inet4Address... gateways)
            throws IOException {
        try (UdpResponder nobody = new UdpResponder(_ -> List.of())) {
            IgdSearch igd =
                    new IgdSearch(
                            nobody.address(),
                            Duration.ofMillis(100),
                            Duration.ZERO,
                            Duration.ofSeconds(20));
            return new RouterSearch(
                            igd,
                            router.address().getPort(),
                            Waits.IN_VAIN,
                            Nonce.random(new Random(1)))
                    .find(lans, List.of(gateways));
        }
    }

    /** Answers questions of one version with a result. */
    private static List<byte[]> answer(byte[] question, int version, int result) {
        byte[] answer = new byte[24];
        answer[0] = (byte) version;
        answer[1] = (byte) (question[1] + 128);
        answer[3] = (byte) result;
        return question[0] == version ? List.of(answer) : List.of();
    }

    @ParameterizedTest
    @CsvSource({
        "2,  0, PCP",
        "2,  7, PCP",
        "2,  1, ",
        "0,  0, NAT_PMP",
        "0,  3, NAT_PMP",
        "0,  2, NAT_PMP",
        "0,  1, ",
    })
    void a_router_speaks_a_protocol_even_where_it_refuses(int version, int result, Protocol spoken)
            throws IOException {
        try (UdpResponder router = new UdpResponder(q -> answer(q, version, result))) {
            assertThat(find(router, List.of(LOOPBACK), HERE).mappers())
                    .extracting(mapper -> mapper.gateway().protocol())
                    .isEqualTo(spoken == null ? List.of() : List.of(spoken));
        }
    }

    @Test
    void who_did_not_answer_is_told_too() throws IOException {
        try (UdpResponder silent = new UdpResponder(_ -> List.of())) {
            RoutersFound found = find(silent, List.of(LOOPBACK), HERE);
            assertThat(found.mappers()).isEmpty();
            assertThat(found.tried())
                    .containsExactly(
                            new RoutersFound.Tried(
                                    Protocol.IGD, "127.0.0.1 from 127.0.0.1", "0 routers"),
                            new RoutersFound.Tried(
                                    Protocol.PCP,
                                    "127.0.0.1",
                                    "no answer: nothing within the time"),
                            new RoutersFound.Tried(
                                    Protocol.NAT_PMP,
                                    "127.0.0.1",
                                    "no answer: nothing within the time"));
        }
    }

    @Test
    void a_network_that_is_gone_could_not_be_asked() throws IOException {
        Lan gone = new Lan((Inet4Address) InetAddress.ofLiteral("203.0.113.1"), 24);
        try (UdpResponder silent = new UdpResponder(_ -> List.of())) {
            assertThat(find(silent, List.of(gone), HERE).tried())
                    .singleElement()
                    .satisfies(tried -> assertThat(tried.answer()).startsWith("could not ask"));
            assertThat(silent.questions).isEmpty();
        }
    }

    @Test
    void without_a_network_nothing_is_asked() throws IOException {
        try (UdpResponder silent = new UdpResponder(_ -> List.of())) {
            assertThat(find(silent, List.of(), HERE).tried()).isEmpty();
        }
    }
}
