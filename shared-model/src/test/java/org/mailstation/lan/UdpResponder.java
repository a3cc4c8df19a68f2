package org.mailstation.lan;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A peer on the loopback that answers each datagram as the test says. */
public final class UdpResponder implements AutoCloseable {
    public final List<byte[]> questions = new CopyOnWriteArrayList<>();

    private final DatagramSocket socket;
    private final Function<byte[], List<byte[]>> answers;

    public UdpResponder(Function<byte[], List<byte[]>> answers) throws IOException {
        this.answers = answers;
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        Thread.ofVirtual().start(this::run);
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void run() {
        DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
        while (!socket.isClosed()) {
            try {
                packet.setLength(2000);
                socket.receive(packet);
                byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
                questions.add(question);
                for (byte[] answer : answers.apply(question)) {
                    socket.send(
                            new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
