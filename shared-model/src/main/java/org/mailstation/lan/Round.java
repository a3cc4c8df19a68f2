package org.mailstation.lan;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A question by datagram, put once or twice, and its answers. */
public final class Round {
    /** A device that answers more often than all of a household together is not listened to. */
    private static final int MOST_ANSWERS = 500;

    private static final int LARGEST_DATAGRAM = 9000; // RFC 6762 17

    private final DatagramSocket socket;

    public Round(DatagramSocket socket) {
        this.socket = socket;
    }

    /** Sends the question, to whomever it is meant for. */
    public interface Send {
        void send() throws IOException;
    }

    /** Takes an answer. */
    public interface Take {
        /**
         * Takes one answer.
         *
         * @throws IOException if a question that follows from it cannot be sent
         */
        void take(byte[] datagram, InetAddress sender) throws IOException;
    }

    /**
     * Sends and listens.
     *
     * @param again after which time the question is put once more; zero: never
     * @throws IOException if it could not be sent the first time
     */
    public void run(Send send, Duration again, Take take, Deadline until) throws IOException {
        send.send();
        if (!again.isZero()) {
            listen(take, Deadline.in(again).orEarlier(until));
            if (!until.passed()) {
                send.send();
            }
        }
        listen(take, until);
    }

    private void listen(Take take, Deadline until) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
        for (int answers = 0; answers < MOST_ANSWERS && !until.passed(); answers++) {
            try {
                socket.setSoTimeout(until.leftMillis());
                packet.setLength(LARGEST_DATAGRAM);
                socket.receive(packet);
            } catch (SocketTimeoutException e) {
                return;
            }
            take.take(Arrays.copyOf(packet.getData(), packet.getLength()), packet.getAddress());
        }
    }

    /** Datagrams for the same place. */
    public static Send to(DatagramSocket socket, InetSocketAddress target, List<byte[]> datagrams) {
        return () -> {
            for (byte[] datagram : datagrams) {
                socket.send(new DatagramPacket(datagram, datagram.length, target));
            }
        };
    }
}
