package org.mailstation.lan;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** A question to one place by datagram, put again as long as no answer comes. */
public final class Datagrams {
    private static final int LARGEST = 1500;

    /** More than that within one question is noise. */
    private static final int MOST_STRANGERS = 50;

    private Datagrams() {}

    /** What came back. */
    public sealed interface Reply {
        /** An answer to this question. */
        record Came(byte[] datagram) implements Reply {}

        /** Nothing that answers it; what came instead is counted. */
        record Nothing(String why, int strange) implements Reply {}
    }

    /**
     * Asks.
     *
     * @param from the own address and port; port 0: any
     * @param fits whether a datagram from there answers this question
     * @param patience how long to wait after each time that the question is put
     */
    public static Reply ask(
            InetSocketAddress from,
            InetSocketAddress to,
            byte[] question,
            Predicate<byte[]> fits,
            List<Duration> patience) {
        int strange = 0;
        try (DatagramSocket socket = new DatagramSocket(from)) {
            socket.connect(to); // datagrams from elsewhere are not let through
            DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
            for (Duration time : patience) {
                socket.send(new DatagramPacket(question, question.length));
                Deadline until = Deadline.in(time);
                while (strange < MOST_STRANGERS && receive(socket, packet, until)) {
                    byte[] datagram = Arrays.copyOf(packet.getData(), packet.getLength());
                    if (fits.test(datagram)) {
                        return new Reply.Came(datagram);
                    }
                    strange++;
                }
            }
            return new Reply.Nothing("nothing within the time", strange);
        } catch (PortUnreachableException e) {
            return new Reply.Nothing("nobody listens there", strange);
        } catch (IOException e) {
            return new Reply.Nothing(String.valueOf(e.getMessage()), strange);
        }
    }

    private static boolean receive(DatagramSocket socket, DatagramPacket packet, Deadline until)
            throws IOException {
        if (until.passed()) {
            return false;
        }
        try {
            socket.setSoTimeout(until.leftMillis());
            packet.setLength(LARGEST);
            socket.receive(packet);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }
}
