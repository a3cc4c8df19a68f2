package org.mailstation.desktop.discovery;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.mailstation.lan.Deadline;
import org.mailstation.lan.Lan;
import org.mailstation.lan.Round;
import org.mailstation.text.Text;

/**
 * Asks by the Synology finder. One socket serves all networks: a unit answers to port 9999 whatever
 * port the question came from, by broadcast as well as directly.
 */
final class FinderQuestion implements Question {
    private final List<Lan> lans;
    private final Listening listening;
    private final InetSocketAddress target;

    /** Opens the socket on which the replies arrive. */
    interface Listening {
        DatagramSocket open() throws IOException;
    }

    /**
     * @param target where to ask: everybody at {@link FinderPacket#PORT}
     */
    FinderQuestion(List<Lan> lans, Listening listening, InetSocketAddress target) {
        this.lans = lans;
        this.listening = listening;
        this.target = target;
    }

    static FinderQuestion everybody(List<Lan> lans) {
        return new FinderQuestion(
                lans,
                () -> new DatagramSocket(FinderPacket.PORT),
                new InetSocketAddress("255.255.255.255", FinderPacket.PORT));
    }

    @Override
    public Channel channel() {
        return Channel.FINDER;
    }

    @Override
    public ChannelAnswer ask(Consumer<Sighting> heard, Deadline until) {
        try (DatagramSocket socket = listening.open()) {
            return ask(socket, new Tally(heard), until);
        } catch (BindException e) {
            return new ChannelAnswer.CouldNotAsk(
                    Text.of(
                            "discover.could-not-ask.finder-port",
                            Integer.toString(FinderPacket.PORT)));
        } catch (IOException e) {
            return new Tally(heard).answerAfter(e);
        }
    }

    private ChannelAnswer ask(DatagramSocket socket, Tally tally, Deadline until) {
        try {
            // one question only: units that are asked again within 3.5 seconds do not answer twice
            new Round(socket)
                    .run(
                            this::send,
                            Duration.ZERO,
                            (datagram, sender) -> take(datagram, sender, tally),
                            until);
            return tally.answer();
        } catch (IOException e) {
            return tally.answerAfter(e);
        }
    }

    private static void take(byte[] datagram, InetAddress sender, Tally tally) {
        switch (FinderPacket.decode(datagram)) {
            case FinderPacket.Read.Reply(FinderPacket packet) -> tally.add(packet.sighting(sender));
            case FinderPacket.Read.Encrypted _ ->
                    tally.add(Sighting.at(Channel.FINDER, sender).kind(Kind.SYNOLOGY));
            case FinderPacket.Read.Other _ -> {}
        }
    }

    /** From a socket of each network, since a broadcast leaves by the network of its sender. */
    private void send() throws IOException {
        byte[] query = FinderPacket.query().encode();
        for (Lan lan : lans) {
            try (DatagramSocket out = new DatagramSocket(new InetSocketAddress(lan.address(), 0))) {
                out.send(new DatagramPacket(query, query.length, target));
            }
        }
    }
}
