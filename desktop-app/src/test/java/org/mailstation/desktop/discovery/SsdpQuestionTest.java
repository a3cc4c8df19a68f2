package org.mailstation.desktop.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mailstation.desktop.discovery.Addresses.LOOPBACK;
import static org.mailstation.desktop.discovery.Addresses.ip;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.lan.Lan;

class SsdpQuestionTest {
    private static final String DSM = "Synology/DSM/127.0.0.1";
    private static final Sighting BARE = Sighting.at(Channel.SSDP, ip("127.0.0.1"));

    private final Ears ears = new Ears();

    @Test
    void a_disk_station_is_shown_at_once_and_then_described() throws IOException {
        try (HttpPeer web = HttpPeer.serving(DescriptionTest.DISK_STATION)) {
            ChannelAnswer answer =
                    askUntil(
                            told -> told.model().equals("DS216+II"),
                            response(DSM, web.url("/ssdp/desc-DSM-eth0.xml")));
            assertThat(answer).isEqualTo(new ChannelAnswer.Answered(2));
        }
        assertThat(ears.heard().getFirst()).isEqualTo(BARE.kind(Kind.SYNOLOGY));
    }

    @Test
    void one_description_is_fetched_once_although_two_questions_are_put_twice() throws IOException {
        try (HttpPeer web = HttpPeer.serving(DescriptionTest.DISK_STATION);
                UdpPeer device = new UdpPeer(_ -> List.of(response(DSM, web.url("/d.xml"))))) {
            ask(device);
            assertThat(device.questions()).hasSize(4);
            assertThat(web.requests()).isEqualTo(1);
        }
    }

    @Test
    void a_router_is_ruled_out() throws IOException {
        String router =
                DescriptionTest.device(
                        "<deviceType>urn:schemas-upnp-org:device:InternetGatewayDevice:1</deviceType>");
        try (HttpPeer web = HttpPeer.serving(router)) {
            askUntil(Sighting::ruledOut, response("Linux UPnP/1.1", web.url("/rootDesc.xml")));
        }
        assertThat(ears.heard()).containsExactly(BARE.ruledOut(true));
    }

    @Test
    void a_description_elsewhere_is_not_fetched() throws IOException {
        askUntil(BARE::equals, response("Linux", "http://127.0.0.2:1/d.xml"));
        assertThat(ears.heard()).containsExactly(BARE);
    }

    @Test
    void a_redirect_in_a_circle_is_not_followed() throws IOException {
        try (HttpPeer web =
                new HttpPeer(
                        exchange -> {
                            exchange.getResponseHeaders().set("Location", "/again");
                            HttpPeer.send(exchange, 302, "");
                        })) {
            askUntil(BARE::equals, response("Linux", web.url("/d.xml")));
            assertThat(web.requests()).isEqualTo(1);
        }
        assertThat(ears.heard()).containsExactly(BARE);
    }

    @Test
    @Timeout(60)
    void a_description_without_end_is_not_read_to_its_end() throws IOException {
        try (HttpPeer web =
                new HttpPeer(
                        exchange -> {
                            exchange.sendResponseHeaders(200, 0);
                            try (OutputStream out = exchange.getResponseBody()) {
                                out.write("<root><device>".getBytes(UTF_8));
                                byte[] more =
                                        "<friendlyName>x</friendlyName>"
                                                .repeat(100)
                                                .getBytes(UTF_8);
                                while (true) {
                                    out.write(more); // until the reader hangs up
                                }
                            }
                        })) {
            ask(response(DSM, web.url("/d.xml")));
        }
        assertThat(ears.heard()).containsOnly(BARE.kind(Kind.SYNOLOGY));
    }

    @Test
    @Timeout(60)
    void a_description_that_never_comes_holds_up_nothing() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (HttpPeer web =
                new HttpPeer(
                        exchange -> {
                            exchange.sendResponseHeaders(200, 1000);
                            exchange.getResponseBody().write('<');
                            exchange.getResponseBody().flush();
                            waitFor(over);
                        })) {
            try (UdpPeer device = new UdpPeer(_ -> List.of(response(DSM, web.url("/d.xml"))))) {
                new SsdpQuestion(LOOPBACK, device.address(), Quick.IMPATIENT)
                        .ask(ears, Quick.listen());
            }
            over.countDown();
        }
        assertThat(ears.heard()).containsOnly(BARE.kind(Kind.SYNOLOGY));
    }

    @Test
    void a_device_with_endless_descriptions_is_read_four_times() throws IOException {
        try (HttpPeer web = HttpPeer.serving(DescriptionTest.DISK_STATION)) {
            ask(
                    IntStream.range(0, 40)
                            .mapToObj(i -> response(DSM, web.url("/" + i)))
                            .toArray(byte[][]::new));
            assertThat(web.requests()).isEqualTo(4);
        }
    }

    @Test
    void noise_is_no_answer() throws IOException {
        assertThat(ask(new byte[] {0, 1, 2}, "NOTIFY * HTTP/1.1\r\n\r\n".getBytes(UTF_8)))
                .isEqualTo(new ChannelAnswer.Silent());
        assertThat(ears.heard()).isEmpty();
    }

    @Test
    void a_network_that_is_gone_could_not_be_asked() throws IOException {
        try (UdpPeer nobody = UdpPeer.silent()) {
            ChannelAnswer answer =
                    new SsdpQuestion(new Lan(ip("203.0.113.1"), 24), nobody.address(), Quick.TIMING)
                            .ask(ears, Quick.listen());
            assertThat(answer).isInstanceOf(ChannelAnswer.CouldNotAsk.class);
        }
    }

    private ChannelAnswer ask(byte[]... answers) throws IOException {
        try (UdpPeer device = new UdpPeer(_ -> List.of(answers))) {
            return ask(device);
        }
    }

    private ChannelAnswer askUntil(Predicate<Sighting> enough, byte[]... answers)
            throws IOException {
        try (UdpPeer device = new UdpPeer(_ -> List.of(answers))) {
            return ears.until(new SsdpQuestion(LOOPBACK, device.address(), Quick.TIMING), enough);
        }
    }

    private ChannelAnswer ask(UdpPeer device) {
        return new SsdpQuestion(LOOPBACK, device.address(), Quick.TIMING).ask(ears, Quick.listen());
    }

    private static byte[] response(String server, String location) {
        return ("HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=1900\r\nEXT:\r\nLOCATION: "
                        + location
                        + "\r\nSERVER: "
                        + server
                        + "\r\nST: upnp:rootdevice\r\n\r\n")
                .getBytes(UTF_8);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server was closed
        }
    }
}
