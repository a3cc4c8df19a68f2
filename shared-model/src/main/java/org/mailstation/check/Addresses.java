package org.mailstation.check;

import java.net.InetAddress;

/** IP addresses written as such. */
final class Addresses {
    private Addresses() {}

    /**
     * An address from its own words; never asks the DNS.
     *
     * @throws IllegalArgumentException if it is none
     */
    static InetAddress literal(String address) {
        return InetAddress.ofLiteral(address);
    }

    /** Whether an address is of the Internet: neither private, shared, link-local nor loopback. */
    static boolean isPublic(InetAddress address) {
        byte[] octets = address.getAddress();
        boolean shared = octets.length == 4 && octets[0] == 100 && (octets[1] & 0xC0) == 64;
        boolean uniqueLocal = octets.length == 16 && (octets[0] & 0xFE) == 0xFC;
        return !(shared
                || uniqueLocal
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress());
    }
}
