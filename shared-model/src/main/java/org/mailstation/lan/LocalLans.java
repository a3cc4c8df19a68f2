package org.mailstation.lan;

import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The networks that this computer is part of now, without those that lead to somewhere else. */
public final class LocalLans {
    /**
     * A tunnel leads to an office or a provider; asking there would only tell strangers about us.
     */
    private static final List<String> TUNNEL_NAMES =
            List.of("tun", "tap", "wg", "utun", "ppp", "ipsec", "zt", "tailscale", "nordlynx");

    private static final List<String> TUNNEL_WORDS =
            List.of("vpn", "tap-win", "wireguard", "tailscale", "zerotier", "wintun");

    private LocalLans() {}

    /**
     * @throws SocketException if this computer does not tell its interfaces
     */
    public static List<Lan> now() throws SocketException {
        List<Lan> lans = new ArrayList<>();
        for (NetworkInterface one : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            boolean lan =
                    one.isUp()
                            && !one.isLoopback()
                            && !one.isPointToPoint()
                            && one.supportsMulticast()
                            && !looksLikeTunnel(one.getName(), one.getDisplayName());
            if (lan) {
                one.getInterfaceAddresses().forEach(address -> add(address, lans));
            }
        }
        return lans;
    }

    private static void add(InterfaceAddress address, List<Lan> lans) {
        int prefix = address.getNetworkPrefixLength();
        // a network of one or two addresses is a link to somewhere else
        if (address.getAddress() instanceof Inet4Address own && prefix >= 1 && prefix <= 30) {
            lans.add(new Lan(own, prefix));
        }
    }

    /** Some tunnels pretend to be an Ethernet: only their names tell. */
    public static boolean looksLikeTunnel(String name, String displayName) {
        String shown = displayName.toLowerCase(Locale.ROOT);
        return TUNNEL_NAMES.stream().anyMatch(name.toLowerCase(Locale.ROOT)::startsWith)
                || TUNNEL_WORDS.stream().anyMatch(shown::contains);
    }
}
