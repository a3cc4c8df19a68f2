package org.mailstation.desktop.discovery;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.mailstation.lan.Deadline;
import org.mailstation.lan.Lan;
import org.mailstation.lan.LanSocket;
import org.mailstation.lan.Round;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Asks one network by multicast DNS, once and from a port of its own: the answers then come
 * directly to that port (RFC 6762 5.1 and 6.7), and whoever else holds port 5353 does not matter.
 */
final class MdnsQuestion implements Question {
    private static final InetSocketAddress GROUP = new InetSocketAddress("224.0.0.251", 5353);
    private static final List<String> SERVICES =
            List.of("_http", "_smb", "_ssh", "_qdiscover", "_device-info");
    private static final int MOST_FOLLOW_UPS = 64;

    private final Lan lan;
    private final InetSocketAddress target;
    private final Timing timing;

    /**
     * @param target where to ask: the multicast group
     */
    MdnsQuestion(Lan lan, InetSocketAddress target, Timing timing) {
        this.lan = lan;
        this.target = target;
        this.timing = timing;
    }

    static MdnsQuestion everybody(Lan lan, Timing timing) {
        return new MdnsQuestion(lan, GROUP, timing);
    }

    /**
     * Made when they are needed: loading DNS for the first time would hold up the other channels.
     */
    private static Set<Name> services() {
        Set<Name> names = new LinkedHashSet<>();
        for (String type : SERVICES) {
            try {
                names.add(Name.fromString(type + "._tcp.local."));
            } catch (TextParseException e) {
                throw new IllegalStateException(type, e);
            }
        }
        return names;
    }

    @Override
    public Channel channel() {
        return Channel.MDNS;
    }

    @Override
    public ChannelAnswer ask(Consumer<Sighting> heard, Deadline until) {
        Tally tally = new Tally(heard);
        try (DatagramSocket socket = LanSocket.in(lan, target)) {
            Listener listener = new Listener(socket, tally);
            new Round(socket).run(listener::askAll, timing.again(), listener::take, until);
            return tally.answer();
        } catch (IOException e) {
            return tally.answerAfter(e);
        }
    }

    private final class Listener {
        private final DatagramSocket socket;
        private final Tally tally;
        private final Set<Name> services = services();
        private final MdnsAnswers answers = new MdnsAnswers(lan, services);
        private int followUps;

        Listener(DatagramSocket socket, Tally tally) {
            this.socket = socket;
            this.tally = tally;
        }

        /**
         * One message each: an answer to several questions would not fit into the 512 bytes of one.
         */
        void askAll() throws IOException {
            for (Name service : services) {
                send(service, Type.PTR);
            }
        }

        void take(byte[] datagram, InetAddress sender) throws IOException {
            Message message;
            try {
                message = new Message(datagram);
            } catch (IOException e) {
                return; // not DNS, or a name that leads to itself: nothing to learn from it
            }
            answers.take(message, sender).forEach(tally::add);
            for (Name name : answers.incomplete()) {
                if (followUps++ < MOST_FOLLOW_UPS) {
                    send(name, Type.SRV);
                    send(name, Type.TXT);
                }
            }
        }

        private void send(Name name, int type) throws IOException {
            Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
            query.getHeader().unsetFlag(Flags.RD);
            byte[] wire = query.toWire();
            socket.send(new DatagramPacket(wire, wire.length, target));
        }
    }
}
