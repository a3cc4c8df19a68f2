package org.mailstation.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.mailstation.ddns.update.Web;
import org.mailstation.router.stun.Stun;
import org.mailstation.standing.Source;
import org.mailstation.standing.Standing;
import org.mailstation.standing.Told;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

class AddressSourcesTest {
    private static Told page(int status, String body) {
        URI page = URI.create("https://ip.example/");
        Web web = _ -> new Web.Answer.Reply(status, body);
        return new WebAddress(web, List.of(page)).ask();
    }

    @Test
    void a_page_tells_the_address_in_whatever_words() {
        Told expected = new Told.Address(Source.HTTP, v4("44.128.0.77"));
        assertThat(page(200, "44.128.0.77\n")).isEqualTo(expected);
        assertThat(page(200, "<html>Current IP Address: 44.128.0.77</html>")).isEqualTo(expected);
        assertThat(page(200, "999.1.1.1")).isInstanceOf(Told.Nothing.class);
        assertThat(page(200, "version 1.2.3.4.5")).isInstanceOf(Told.Nothing.class);
        assertThat(page(503, "44.128.0.77")).isInstanceOf(Told.Nothing.class);
    }

    @Test
    void the_next_page_is_asked_where_the_first_does_not_tell() {
        Map<String, Web.Answer> answers =
                Map.of(
                        "a.example", new Web.Answer.None("HttpTimeoutException"),
                        "b.example", new Web.Answer.Reply(200, "44.128.0.77"));
        List<URI> pages =
                List.of(URI.create("https://a.example/"), URI.create("https://b.example/"));
        Web web =
                request ->
                        answers.getOrDefault(request.uri().getHost(), new Web.Answer.None("who?"));
        assertThat(new WebAddress(web, pages).ask())
                .isEqualTo(new Told.Address(Source.HTTP, v4("44.128.0.77")));
    }

    @Test
    void a_name_server_that_knows_the_asker_tells_the_address() throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerOnce(server));
            DnsAddress source =
                    new DnsAddress(
                            List.of(
                                    new DnsAddress.Question(
                                            (InetSocketAddress) server.getLocalSocketAddress(),
                                            "whoami.example.",
                                            Type.TXT,
                                            DClass.CH)),
                            Duration.ofSeconds(20));
            assertThat(source.ask()).isEqualTo(new Told.Address(Source.DNS, v4("44.128.0.77")));
        }
    }

    private static void answerOnce(DatagramSocket server) {
        try {
            DatagramPacket packet = new DatagramPacket(new byte[512], 512);
            server.receive(packet);
            Message question =
                    new Message(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
            Message answer = new Message(question.getHeader().getID());
            answer.getHeader().setFlag(Flags.QR);
            answer.addRecord(question.getQuestion(), Section.QUESTION);
            answer.addRecord(
                    new TXTRecord(question.getQuestion().getName(), DClass.CH, 0, "44.128.0.77"),
                    Section.ANSWER);
            byte[] bytes = answer.toWire();
            server.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_stun_server_that_is_not_in_the_dns_or_away_tells_nothing() {
        Stun stun = new Stun(new Random(1), List.of(Duration.ofMillis(1)));
        StunAddress.Names names =
                host -> {
                    if (host.equals("gone.example")) {
                        throw new UnknownHostException(host);
                    }
                    return new InetAddress[] {InetAddress.getLoopbackAddress()};
                };
        List<String> servers = List.of("gone.example:3478", "away.example:9");
        assertThat(new StunAddress(stun, servers, names).ask()).isInstanceOf(Told.Nothing.class);
    }

    @Test
    void a_source_is_not_asked_again_before_its_time() {
        Deque<Told> answers = new ArrayDeque<>(List.of(stun("44.128.0.1"), stun("44.128.0.2")));
        AddressSource source =
                new AddressSource() {
                    @Override
                    public Source source() {
                        return Source.STUN;
                    }

                    @Override
                    public Told ask() {
                        return answers.remove();
                    }
                };
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        InstantSource time = now::get;
        Remembered remembered =
                new Remembered(source, Remembered.POLITE, time.withZone(ZoneOffset.UTC));
        Told first = remembered.ask();
        now.set(Instant.EPOCH.plus(Remembered.POLITE).minusSeconds(1));
        assertThat(remembered.ask()).isSameAs(first);
        now.set(Instant.EPOCH.plus(Remembered.POLITE));
        assertThat(remembered.ask()).isEqualTo(stun("44.128.0.2"));
    }

    @Test
    void the_others_are_asked_in_order_and_only_where_router_and_stun_told_nothing() {
        List<Source> asked = new ArrayList<>();
        LineAddress.Look look =
                new LineAddress(
                                List.of(
                                        noting(asked, new Told.Nothing(Source.ROUTER, "x")),
                                        noting(asked, new Told.Nothing(Source.STUN, "x"))),
                                List.of(
                                        noting(
                                                asked,
                                                new Told.Address(Source.HTTP, v4("44.128.0.77"))),
                                        noting(
                                                asked,
                                                new Told.Address(Source.DNS, v4("44.128.0.78")))),
                                List::of)
                        .look();
        assertThat(look.address()).isEqualTo(v4("44.128.0.77"));
        assertThat(asked).containsExactly(Source.ROUTER, Source.STUN, Source.HTTP);
    }

    private static AddressSource noting(List<Source> asked, Told told) {
        return new AddressSource() {
            @Override
            public Source source() {
                return told.source();
            }

            @Override
            public Told ask() {
                asked.add(told.source());
                return told;
            }
        };
    }

    @Test
    void behind_two_routers_the_outer_address_counts() {
        LineAddress.Look look = look(router("192.168.1.77"), stun("44.128.0.99"));
        assertThat(look.standing()).isInstanceOf(Standing.DoubleNat.class);
        assertThat(look.address()).isEqualTo(v4("44.128.0.99"));
    }

    @Test
    void where_nobody_tells_the_address_is_not_known() {
        assertThat(look(new Told.Nothing(Source.STUN, "x")).standing())
                .isInstanceOf(Standing.Unknown.class);
        assertThat(look().address()).isNull();
    }

    private static LineAddress.Look look(Told... told) {
        return LineAddress.Look.of(List.of(), List.of(told));
    }

    private static Inet4Address v4(String address) {
        return (Inet4Address) InetAddress.ofLiteral(address);
    }

    private static Told router(String address) {
        return new Told.Address(Source.ROUTER, v4(address));
    }

    private static Told stun(String address) {
        return new Told.Address(Source.STUN, v4(address));
    }
}
