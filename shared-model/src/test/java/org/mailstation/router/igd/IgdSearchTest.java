package org.mailstation.router.igd;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.lan.Lan;
import org.mailstation.lan.UdpResponder;
import org.mailstation.router.Gateway;
import org.mailstation.router.Protocol;

@Timeout(60)
class IgdSearchTest {
    private static final Lan LOOPBACK = new Lan(FakeRouter.HERE, 8);

    private FakeRouter home;

    @BeforeEach
    void open() throws IOException {
        home = new FakeRouter();
    }

    @AfterEach
    void close() {
        home.close();
    }

    /** The loopback answers at once: a second is more than enough even on a busy machine. */
    private static IgdSearch search(InetSocketAddress group) {
        return new IgdSearch(
                group, Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofSeconds(20));
    }

    private static byte[] response(Object location) {
        return ("HTTP/1.1 200 OK\r\nLOCATION: " + location + "\r\nST: x\r\n\r\n").getBytes(UTF_8);
    }

    private static List<IgdSearch.Found> find(byte[]... answers) throws IOException {
        try (UdpResponder responder = new UdpResponder(_ -> List.of(answers))) {
            return search(responder.address()).in(LOOPBACK);
        }
    }

    @Test
    void a_router_that_answers_twice_is_found_once() throws IOException {
        assertThat(find(response(home.location()), response(home.location())))
                .extracting(found -> found.mapper().gateway())
                .containsExactly(
                        new Gateway(
                                Protocol.IGD,
                                FakeRouter.HERE,
                                FakeRouter.HERE,
                                "HomeBox 7",
                                home.location().resolve("/")));
    }

    @Test
    void of_two_connections_the_connected_one_is_used() throws IOException {
        home.more =
                "<service><serviceType>urn:schemas-upnp-org:service:WANIPConnection:2</serviceType>"
                        + "<controlURL>/nowhere</controlURL></service>";
        List<IgdSearch.Found> found = find(response(home.location()));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().mapper().line())
                .isInstanceOf(org.mailstation.router.RouterAnswer.Given.class);
    }

    @Test
    void a_firewall_for_version_6_is_found_along_with_it() throws IOException {
        assertThat(find(response(home.location())).getFirst().pinholes()).isNull();
        home.more =
                "<service><serviceType>urn:schemas-upnp-org:service:WANIPv6FirewallControl:1"
                        + "</serviceType><controlURL>/ctl6</controlURL></service>";
        assertThat(find(response(home.location())).getFirst().pinholes()).isNotNull();
    }

    @Test
    void a_router_without_a_connection_is_no_use() throws IOException {
        home.type = "urn:schemas-upnp-org:service:Layer3Forwarding:1";
        assertThat(find(response(home.location()))).isEmpty();
    }

    @Test
    void a_description_elsewhere_is_not_fetched() throws IOException {
        URI elsewhere = URI.create("http://127.0.0.2:" + home.location().getPort() + "/desc.xml");
        assertThat(find(response(elsewhere), "noise".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void a_network_that_is_gone_could_not_be_asked() throws IOException {
        Lan gone = new Lan((Inet4Address) InetAddress.ofLiteral("203.0.113.1"), 24);
        try (UdpResponder nobody = new UdpResponder(_ -> List.of())) {
            assertThatThrownBy(() -> search(nobody.address()).in(gone))
                    .isInstanceOf(IOException.class);
        }
    }
}
