package org.mailstation.probe.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;

/** A port on loopback where questions about names come in, and answers go out. */
final class DnsPort implements AutoCloseable {
    private final DatagramSocket socket;

    /**
     * @param answers what is answered to a question; {@code null}: nothing
     */
    DnsPort(Function<Message, @Nullable Message> answers) throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> serve(answers));
    }

    InetSocketAddress where() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private void serve(Function<Message, @Nullable Message> answers) {
        byte[] buffer = new byte[1500];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                Message told =
                        answers.apply(new Message(Arrays.copyOf(buffer, packet.getLength())));
                if (told != null) {
                    byte[] wire = told.toWire();
                    socket.send(new DatagramPacket(wire, wire.length, packet.getSocketAddress()));
                }
            } catch (SocketException closed) {
                return; // the test is over
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
