package org.mailstation.desktop.discovery;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.mailstation.lan.Deadline;
import org.mailstation.lan.HomeHttp;
import org.mailstation.lan.Lan;
import org.mailstation.lan.LanSocket;
import org.mailstation.lan.Round;
import org.mailstation.lan.SsdpMessage;

/** Asks one network by SSDP and fetches the descriptions that the answers point to. */
final class SsdpQuestion implements Question {
    /** A unit describes each of its network cards; more is somebody's game. */
    private static final int MOST_DESCRIPTIONS_A_SENDER = 4;

    private static final int MOST_DESCRIPTIONS = 64;

    /** What a NAS calls itself, and every device besides: some answer to only one of them. */
    private static final List<String> TARGETS =
            List.of("urn:schemas-upnp-org:device:Basic:1", "upnp:rootdevice");

    private final Lan lan;
    private final InetSocketAddress target;
    private final Timing timing;

    /**
     * @param target where to ask: the multicast group
     */
    SsdpQuestion(Lan lan, InetSocketAddress target, Timing timing) {
        this.lan = lan;
        this.target = target;
        this.timing = timing;
    }

    static SsdpQuestion everybody(Lan lan, Timing timing) {
        return new SsdpQuestion(
                lan, new InetSocketAddress(SsdpMessage.GROUP, SsdpMessage.PORT), timing);
    }

    @Override
    public Channel channel() {
        return Channel.SSDP;
    }

    @Override
    public ChannelAnswer ask(Consumer<Sighting> heard, Deadline until) {
        Tally tally = new Tally(heard);
        ExecutorService fetching = Executors.newVirtualThreadPerTaskExecutor();
        try (DatagramSocket socket = LanSocket.in(lan, target)) {
            new Round(socket)
                    .run(
                            Round.to(
                                    socket,
                                    target,
                                    TARGETS.stream().map(SsdpMessage::search).toList()),
                            timing.again(),
                            new Listener(tally, fetching)::take,
                            until);
            fetching.shutdown();
            fetching.awaitTermination(timing.description().toMillis(), TimeUnit.MILLISECONDS);
            return tally.answer();
        } catch (IOException e) {
            return tally.answerAfter(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the search was ended
            return tally.answer();
        } finally {
            fetching.shutdownNow(); // an interrupt closes what they still read from
        }
    }

    private final class Listener {
        private final Tally tally;
        private final ExecutorService fetching;
        private final Set<URI> seen = new HashSet<>();
        private final Map<InetAddress, Integer> descriptionsOf = new HashMap<>();

        Listener(Tally tally, ExecutorService fetching) {
            this.tally = tally;
            this.fetching = fetching;
        }

        void take(byte[] datagram, InetAddress sender) {
            if (!lan.contains(sender)) {
                return;
            }
            SsdpMessage.response(datagram).ifPresent(response -> take(response, sender));
        }

        private void take(SsdpMessage response, InetAddress sender) {
            boolean first = descriptionsOf.putIfAbsent(sender, 0) == null;
            URI where = response.description(sender).orElse(null);
            Sighting sighting =
                    Sighting.at(Channel.SSDP, sender)
                            .kind(fromDiskStation(response) ? Kind.SYNOLOGY : null);
            if (first && (fromDiskStation(response) || where == null)) {
                tally.add(sighting); // enough to show it; the details follow
            }
            if (where != null && mayFetch(where, sender)) {
                descriptionsOf.merge(sender, 1, Integer::sum);
                fetching.execute(() -> fetch(where, sighting));
            }
        }

        private boolean mayFetch(URI where, InetAddress sender) {
            return seen.size() < MOST_DESCRIPTIONS
                    && descriptionsOf.getOrDefault(sender, 0) < MOST_DESCRIPTIONS_A_SENDER
                    && seen.add(where);
        }

        private void fetch(URI where, Sighting sighting) {
            tally.add(
                    HomeHttp.fetch(where, Deadline.in(timing.description()))
                            .flatMap(Description::parse)
                            .map(description -> description.addTo(sighting))
                            .orElse(sighting));
        }
    }

    /**
     * Whether the answer itself, without its description, names a Disk Station; Synology also makes
     * cameras.
     */
    private static boolean fromDiskStation(SsdpMessage response) {
        return response.headers().getOrDefault("server", "").startsWith("Synology/DSM");
    }
}
