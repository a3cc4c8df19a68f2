package org.mailstation.lan;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;

/** Sockets that speak in one network only. */
public final class LanSocket {
    private LanSocket() {}

    /**
     * A socket of this computer's address there. What it sends to a group leaves by that network:
     * otherwise a tunnel with the default route would swallow it.
     */
    public static DatagramSocket in(Lan lan, InetSocketAddress target) throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(lan.address(), 0));
        try {
            if (target.getAddress().isMulticastAddress()) {
                socket.setOption(
                        StandardSocketOptions.IP_MULTICAST_IF,
                        NetworkInterface.getByInetAddress(lan.address()));
                // RFC 6762 11: 255; a router does not let link-local groups pass at any
                socket.setOption(StandardSocketOptions.IP_MULTICAST_TTL, 255);
            }
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
