package org.mailstation.desktop.surroundings;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.lan.DefaultRoutes;
import org.mailstation.lan.Lan;
import org.mailstation.lan.LocalLans;
import org.mailstation.router.PortMapper;
import org.mailstation.router.pcp.Nonce;
import org.mailstation.router.search.RouterSearch;

/** Asks this computer's system, and the routers of its networks. */
public final class RealSurroundings implements Surroundings {
    /** Any address on the Internet: nothing is sent there. */
    private static final InetSocketAddress FAR =
            new InetSocketAddress(InetAddress.ofLiteral("9.9.9.9"), 53);

    private final RouterSearch search = RouterSearch.usual(Nonce.random(new SecureRandom()));

    @Override
    public List<Lan> lans() {
        try {
            return LocalLans.now();
        } catch (IOException untold) {
            return List.of();
        }
    }

    /** Where the system does not tell it as Linux does, only routers with UPnP are found. */
    @Override
    public List<Inet4Address> gateways() {
        try {
            return DefaultRoutes.read(DefaultRoutes.LINUX);
        } catch (IOException notLinux) {
            return List.of();
        }
    }

    @Override
    public List<PortMapper> routers() {
        return search.find(lans(), gateways()).mappers();
    }

    /** To connect a datagram socket sends nothing, but makes the system choose the way. */
    @Override
    public @Nullable WayOut wayOut() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(FAR);
            NetworkInterface device = NetworkInterface.getByInetAddress(socket.getLocalAddress());
            if (device == null || socket.getLocalAddress().isAnyLocalAddress()) {
                return null;
            }
            boolean tunnel =
                    device.isPointToPoint()
                            || LocalLans.looksLikeTunnel(device.getName(), shown(device));
            return new WayOut(device.getName(), tunnel);
        } catch (IOException | java.io.UncheckedIOException noWay) {
            return null;
        }
    }

    private static String shown(NetworkInterface device) {
        String name = device.getDisplayName();
        return name == null ? "" : name;
    }
}
