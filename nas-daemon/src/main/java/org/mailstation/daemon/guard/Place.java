package org.mailstation.daemon.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Where somebody comes from, as far as it is one and the same customer: an IPv4 address, or the /64
 * of an IPv6 address, of which every household has one whole (RFC 6177 2).
 *
 * @param name the address, or the network as {@code 2001:db8:1:2::/64}
 * @param home whether it belongs to the home's own network
 */
public record Place(String name, boolean home) {
    private static final int PREFIX_BYTES = 8;

    /**
     * @param address an address in digits; anything else is a place of its own outside
     */
    public static Place of(String address, Predicate<InetAddress> isHome) {
        if (address.indexOf(':') < 0 && !address.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            return new Place(address, false);
        }
        try {
            // digits only, so nothing is looked up
            return of(InetAddress.ofLiteral(withoutScope(address)), isHome);
        } catch (IllegalArgumentException notSo) {
            return new Place(address, false);
        }
    }

    public static Place of(InetAddress address, Predicate<InetAddress> isHome) {
        return new Place(network(address), isHome.test(address));
    }

    /** What a person typed, in the form of {@link #name}; itself if it is no address. */
    public static String nameOf(String typed) {
        String text = typed.strip();
        String bare = text.endsWith("/64") ? text.substring(0, text.length() - 3) : text;
        return of(bare, _ -> false).name();
    }

    private static String withoutScope(String address) {
        int percent = address.indexOf('%');
        return percent < 0 ? address : address.substring(0, percent);
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address six ? prefix(six) + "/64" : address.getHostAddress();
    }

    private static String prefix(Inet6Address six) {
        byte[] whole = Arrays.copyOf(six.getAddress(), PREFIX_BYTES);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PREFIX_BYTES; i += 2) {
            int group = (whole[i] & 0xff) << 8 | (whole[i + 1] & 0xff);
            text.append(Integer.toHexString(group)).append(':');
        }
        return text.append(':').toString();
    }

    /** Whether two addresses share the first bits. */
    static boolean same(byte[] one, byte[] other, int bits) {
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** An address, never a name to be looked up. */
    static InetAddress literal(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("neither 4 nor 16 octets", e);
        }
    }
}
