package org.mailstation.standing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/** The blocks of IPv4 addresses that say what kind of line somebody has; RFC 6890. */
public enum Block {
    /** anybody can be reached there: none of the others */
    PUBLIC(0, 0),
    /** at home, RFC 1918 */
    PRIVATE_10(0x0A000000, 8),
    PRIVATE_172(0xAC100000, 12),
    PRIVATE_192(0xC0A80000, 16),
    /** between a provider and its customers, RFC 6598 */
    SHARED(0x64400000, 10),
    /** in a tunnel of DS-Lite, RFC 7335 and RFC 6333 5.7 */
    TUNNEL(0xC0000000, 24),
    /** nobody gave an address, RFC 3927 */
    LINK_LOCAL(0xA9FE0000, 16),
    THIS_COMPUTER(0x7F000000, 8),
    NONE(0x00000000, 8),
    /** groups and what is reserved, RFC 5771 and RFC 1112 */
    NOBODY(0xE0000000, 3);

    private final int network;
    private final int prefix;

    Block(int network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /**
     * Which one an address lies in.
     *
     * @throws IllegalArgumentException for IPv6
     */
    public static Block of(InetAddress address) {
        if (!(address instanceof Inet4Address)) {
            throw new IllegalArgumentException("not IPv4: " + address.getHostAddress());
        }
        int bits = ByteBuffer.wrap(address.getAddress()).getInt();
        for (Block block : values()) {
            if (block != PUBLIC && (bits & (-1 << (32 - block.prefix))) == block.network) {
                return block;
            }
        }
        return PUBLIC;
    }
}
