package org.mailstation.desktop.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailstation.desktop.discovery.Addresses.LOOPBACK;
import static org.mailstation.desktop.discovery.Addresses.ip;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailstation.desktop.discovery.Discovered.ChannelReport;
import org.mailstation.lan.Deadline;

@Timeout(120)
class LanDiscoveryTest {
    private final List<Discovered> told = new CopyOnWriteArrayList<>();

    @Test
    void three_channels_find_one_disk_station() throws Exception {
        try (UdpPeer mdns = new UdpPeer(Zone.of(Zone.SYNOLOGY).generous());
                HttpPeer web = HttpPeer.serving(DescriptionTest.DISK_STATION);
                UdpPeer ssdp =
                        new UdpPeer(
                                _ ->
                                        List.of(
                                                ("HTTP/1.1 200 OK\r\nSERVER: Synology/DSM/127.0.0.1\r\nLOCATION: "
                                                                + web.url("/d.xml")
                                                                + "\r\n\r\n")
                                                        .getBytes(StandardCharsets.US_ASCII)));
                DatagramSocket replies =
                        new DatagramSocket(
                                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                UdpPeer finder =
                        new UdpPeer(
                                _ -> List.of(FinderReplies.at("7f000001")),
                                replies.getLocalPort())) {
            Found found =
                    untilFound(
                            device -> device.heardBy().size() == 3 && !device.system().isEmpty(),
                            new FinderQuestion(List.of(LOOPBACK), () -> replies, finder.address()),
                            new MdnsQuestion(LOOPBACK, mdns.address(), Quick.TIMING),
                            new SsdpQuestion(LOOPBACK, ssdp.address(), Quick.TIMING));

            assertThat(found.name()).isEqualTo("DiskStation");
            assertThat(found.serial()).isEqualTo("2150QWR012345");
            assertThat(found.address()).isEqualTo("127.0.0.1");
            assertThat(found.heardBy()).containsExactly(Channel.values());
        }
    }

    @Test
    void the_first_device_is_told_before_the_search_has_ended() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Discovered> first = new CompletableFuture<>();
        Discovery.Running running =
                discovery(
                                fake(
                                        Channel.MDNS,
                                        heard -> {
                                            heard.accept(synology("127.0.0.5"));
                                            waitFor(goOn);
                                        }))
                        .start(first::complete);
        assertThat(first.get(60, TimeUnit.SECONDS).found()).hasSize(1);
        assertThat(running.done()).isNotDone();
        goOn.countDown();
        assertThat(running.done().get().finished()).isTrue();
    }

    @Test
    void a_device_keeps_its_number_while_more_becomes_known() throws Exception {
        finish(
                fake(
                        Channel.MDNS,
                        heard -> {
                            heard.accept(synology("127.0.0.5"));
                            heard.accept(synology("127.0.0.6").serial("B"));
                            heard.accept(synology("127.0.0.5").serial("A").named("Attic"));
                        }));
        assertThat(told.getLast().found())
                .extracting(found -> found.number() + found.name())
                .containsExactly("0Attic", "1");
    }

    @Test
    void a_silent_network_ends_and_says_that_nobody_answered() throws Exception {
        try (UdpPeer mdns = UdpPeer.silent();
                UdpPeer ssdp = UdpPeer.silent()) {
            Discovered last =
                    finish(
                            new MdnsQuestion(LOOPBACK, mdns.address(), Quick.TIMING),
                            new SsdpQuestion(LOOPBACK, ssdp.address(), Quick.TIMING));
            assertThat(last)
                    .isEqualTo(
                            new Discovered(
                                    List.of(),
                                    List.of(
                                            new ChannelReport(
                                                    Channel.MDNS, new ChannelAnswer.Silent()),
                                            new ChannelReport(
                                                    Channel.SSDP, new ChannelAnswer.Silent())),
                                    true));
        }
    }

    @Test
    void a_question_that_hangs_does_not_outlive_the_search() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Discovered last =
                discovery(
                                Quick.OVER_SOON,
                                fake(
                                        Channel.SSDP,
                                        _ -> {
                                            waitFor(never);
                                            ended.countDown();
                                        }))
                        .start(told::add)
                        .done()
                        .get(60, TimeUnit.SECONDS);
        assertThat(last.channels()).isEmpty();
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void cancelling_ends_it_with_what_is_known_and_nothing_is_told_any_more() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch heardOnce = new CountDownLatch(1);
        List<Discovered> tellings = new CopyOnWriteArrayList<>();
        Discovery.Running running =
                discovery(
                                fake(
                                        Channel.MDNS,
                                        heard -> {
                                            heard.accept(synology("127.0.0.5"));
                                            waitFor(never);
                                        }))
                        .start(
                                now -> {
                                    tellings.add(now);
                                    heardOnce.countDown();
                                });
        assertThat(heardOnce.await(60, TimeUnit.SECONDS)).isTrue();
        running.cancel();
        int before = tellings.size();
        Discovered last = running.done().get(60, TimeUnit.SECONDS);
        assertThat(last.finished()).isFalse();
        assertThat(last.found()).hasSize(1);
        assertThat(tellings).hasSize(before);
    }

    @Test
    void this_computer_itself_and_addresses_elsewhere_are_not_shown() throws Exception {
        Discovered last =
                finish(
                        fake(
                                Channel.MDNS,
                                heard -> {
                                    heard.accept(synology("127.9.9.9")); // ours, see discovery()
                                    heard.accept(synology("8.8.8.8"));
                                    heard.accept(
                                            synology("127.0.0.5")
                                                    .at(List.of(ip("8.8.4.4"), ip("127.0.0.5"))));
                                }));
        assertThat(last.found()).extracting(Found::addresses).containsExactly(List.of("127.0.0.5"));
    }

    @Test
    void without_a_network_no_channel_could_ask() throws Exception {
        Discovered last =
                new LanDiscovery(List::of, _ -> List.of(), _ -> false, Quick.TIMING)
                        .start(told::add)
                        .done()
                        .get();
        assertThat(last.channels()).hasSize(3);
        assertThat(last.channels())
                .allMatch(report -> report.answer() instanceof ChannelAnswer.CouldNotAsk);
        assertThat(last.finished()).isTrue();
    }

    @Test
    void a_computer_that_does_not_tell_its_networks_has_none() throws Exception {
        LanDiscovery.Lans broken =
                () -> {
                    throw new SocketException("no interfaces");
                };
        Discovered last =
                new LanDiscovery(broken, _ -> List.of(), _ -> false, Quick.TIMING)
                        .start(told::add)
                        .done()
                        .get();
        assertThat(last.channels()).hasSize(3);
    }

    @Test
    void a_surprise_is_told_and_not_swallowed() {
        Discovery.Running running =
                discovery(
                                fake(
                                        Channel.MDNS,
                                        _ -> {
                                            throw new IllegalStateException("a bug");
                                        }))
                        .start(told::add);
        assertThatThrownBy(() -> running.done().get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("a bug");
    }

    /** The only device, as soon as that much is known of it. */
    private static Found untilFound(Predicate<Found> enough, Question... questions)
            throws Exception {
        CompletableFuture<Found> found = new CompletableFuture<>();
        Discovery.Running running =
                discovery(Quick.PATIENT, questions)
                        .start(
                                now -> {
                                    if (now.found().size() == 1
                                            && enough.test(now.found().getFirst())) {
                                        found.complete(now.found().getFirst());
                                    }
                                });
        try {
            return found.get(60, TimeUnit.SECONDS);
        } finally {
            running.cancel();
            running.done().get(60, TimeUnit.SECONDS);
        }
    }

    private Discovered finish(Question... questions) throws Exception {
        return discovery(questions).start(told::add).done().get(60, TimeUnit.SECONDS);
    }

    private static LanDiscovery discovery(Question... questions) {
        return discovery(Quick.TIMING, questions);
    }

    private static LanDiscovery discovery(Timing timing, Question... questions) {
        return new LanDiscovery(
                () -> List.of(LOOPBACK),
                _ -> new ArrayList<>(Arrays.asList(questions)),
                address -> address.equals(ip("127.9.9.9")),
                timing);
    }

    private static Sighting synology(String address) {
        return Sighting.at(Channel.MDNS, ip(address)).kind(Kind.SYNOLOGY);
    }

    private static Question fake(Channel channel, Consumer<Consumer<Sighting>> asking) {
        return new Question() {
            @Override
            public Channel channel() {
                return channel;
            }

            @Override
            public ChannelAnswer ask(Consumer<Sighting> heard, Deadline until) {
                asking.accept(heard);
                return new ChannelAnswer.Answered(1);
            }
        };
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the search ended
        }
    }
}
