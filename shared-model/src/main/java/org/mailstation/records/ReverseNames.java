package org.mailstation.records;

import java.net.InetAddress;

/** The names under which the DNS keeps what it knows of an address. */
public final class ReverseNames {
    private ReverseNames() {}

    /**
     * For example {@code 1.2.0.192.in-addr.arpa} (RFC 1035 3.5), {@code ….ip6.arpa} (RFC 3596 2.5).
     */
    public static String of(InetAddress address) {
        return digits(address) + (address.getAddress().length == 4 ? ".in-addr.arpa" : ".ip6.arpa");
    }

    /** The same without the zone: block lists put their own name behind it. */
    public static String digits(InetAddress address) {
        byte[] octets = address.getAddress();
        StringBuilder name = new StringBuilder();
        for (int i = octets.length - 1; i >= 0; i--) {
            int octet = octets[i] & 0xFF;
            if (octets.length == 4) {
                name.append(octet).append('.');
            } else {
                name.append(Integer.toHexString(octet & 15)).append('.');
                name.append(Integer.toHexString(octet >> 4)).append('.');
            }
        }
        return name.substring(0, name.length() - 1);
    }
}
