package org.mailstation.desktop.discovery;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Asks one network by SSDP and fetches the descriptions that the answers point to. */
final class SsdpQuestion implements Question {
    /** A unit describes each of its network cards; more is somebody's game. */
    private static final int MOST_DESCRIPTIONS_A_SENDER = 4;

    private static final int MOST_DESCRIPTIONS = 64;

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
        try (DatagramSocket socket = Sockets.in(lan, target);
                Descriptions descriptions = new Descriptions();
                ExecutorService fetching = Executors.newVirtualThreadPerTaskExecutor()) {
            Listener listener = new Listener(tally, descriptions, fetching);
            new Round(socket)
                    .run(
                            Round.to(
                                    socket,
                                    target,
                                    SsdpMessage.TARGETS.stream().map(SsdpMessage::search).toList()),
                            timing.again(),
                            listener::take,
                            until);
        } catch (IOException e) {
            return tally.answerAfter(e);
        }
        return tally.answer();
    }

    private final class Listener {
        private final Tally tally;
        private final Descriptions descriptions;
        private final ExecutorService fetching;
        private final Set<URI> seen = new HashSet<>();
        private final Map<InetAddress, Integer> bySender = new HashMap<>();

        Listener(Tally tally, Descriptions descriptions, ExecutorService fetching) {
            this.tally = tally;
            this.descriptions = descriptions;
            this.fetching = fetching;
        }

        void take(byte[] datagram, InetAddress sender) {
            if (!lan.contains(sender)) {
                return;
            }
            SsdpMessage.response(datagram)
                    .ifPresent(
                            response -> {
                                Sighting sighting = Sighting.at(Channel.SSDP, sender);
                                if (response.fromDiskStation()) {
                                    sighting = sighting.kind(Kind.SYNOLOGY);
                                    tally.add(sighting); // enough to show it; the details follow
                                }
                                describe(response, sender, sighting);
                            });
        }

        private void describe(SsdpMessage response, InetAddress sender, Sighting sighting) {
            URI where = response.description(sender).orElse(null);
            if (where == null) {
                tally.add(sighting);
            } else if (!seen.contains(where)
                    && seen.size() < MOST_DESCRIPTIONS
                    && bySender.merge(sender, 1, Integer::sum) <= MOST_DESCRIPTIONS_A_SENDER) {
                seen.add(where);
                fetching.execute(() -> fetch(where, sighting));
            }
        }

        private void fetch(URI where, Sighting sighting) {
            try {
                tally.add(
                        descriptions
                                .fetch(where, Deadline.in(timing.description()))
                                .map(description -> description.addTo(sighting))
                                .orElse(sighting));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the search was ended: nobody wants to know
            }
        }
    }
}
