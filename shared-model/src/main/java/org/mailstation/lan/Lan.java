package org.mailstation.lan;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * A network that this computer is part of.
 *
 * @param address this computer's own address there
 * @param prefix length of the network's part of the address in bits, 1 to 32
 */
public record Lan(Inet4Address address, int prefix) {

    public Lan {
        if (prefix < 1 || prefix > 32) {
            throw new IllegalArgumentException("not a prefix length: " + prefix);
        }
    }

    /** Whether that address is in this network, that is, on this side of every router. */
    public boolean contains(InetAddress other) {
        int mask = -1 << (32 - prefix);
        return other instanceof Inet4Address
                && (bits(other) & mask) == (bits(address) & mask)
                && !other.isMulticastAddress();
    }

    private static int bits(InetAddress address) {
        return ByteBuffer.wrap(address.getAddress()).getInt();
    }
}
