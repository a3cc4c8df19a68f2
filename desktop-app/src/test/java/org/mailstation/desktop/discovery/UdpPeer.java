package org.mailstation.desktop.discovery;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** A neighbour on loopback that answers each datagram as it is told. */
final class UdpPeer implements AutoCloseable {
    private final DatagramSocket socket;
    private final BlockingQueue<byte[]> questions = new LinkedBlockingQueue<>();
    private final Thread thread;

    /** An answer that goes to another port than that which asked. */
    private final int answerPort;

    UdpPeer(Function<byte[], List<byte[]>> answers) throws IOException {
        this(answers, 0);
    }

    UdpPeer(Function<byte[], List<byte[]>> answers, int answerPort) throws IOException {
        this.answerPort = answerPort;
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        thread = Thread.ofVirtual().start(() -> serve(answers));
    }

    static UdpPeer silent() throws IOException {
        return new UdpPeer(_ -> List.of());
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** What arrived so far. */
    List<byte[]> questions() {
        return List.copyOf(questions);
    }

    private void serve(Function<byte[], List<byte[]>> answers) {
        DatagramPacket packet = new DatagramPacket(new byte[9000], 9000);
        while (!socket.isClosed()) {
            try {
                packet.setLength(9000);
                socket.receive(packet);
                byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
                questions.add(question);
                int port = answerPort == 0 ? packet.getPort() : answerPort;
                for (byte[] answer : answers.apply(question)) {
                    socket.send(
                            new DatagramPacket(answer, answer.length, packet.getAddress(), port));
                }
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    @Override
    public void close() {
        socket.close();
        thread.interrupt();
    }
}
