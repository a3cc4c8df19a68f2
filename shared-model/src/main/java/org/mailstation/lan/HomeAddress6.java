package org.mailstation.lan;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The address under which the IPv6 Internet can reach this computer for long, as Linux tells it:
 * global (RFC 4291 2.5.4), on the way out, neither made for privacy (RFC 8981) nor running out.
 *
 * @param addresses a file like {@link #ADDRESSES}
 * @param routes a file like {@link #ROUTES}
 */
public record HomeAddress6(Path addresses, Path routes) {
    public static final Path ADDRESSES = Path.of("/proc/net/if_inet6");
    public static final Path ROUTES = Path.of("/proc/net/ipv6_route");

    private static final String ANYWHERE = "0".repeat(32);

    /** IFA_F_TEMPORARY, IFA_F_DADFAILED, IFA_F_DEPRECATED, IFA_F_TENTATIVE */
    private static final int UNSUITABLE = 0x01 | 0x08 | 0x20 | 0x40;

    /** RTF_REJECT: a way that leads nowhere. */
    private static final int REJECT = 0x200;

    /** This computer's. */
    public static HomeAddress6 linux() {
        return new HomeAddress6(ADDRESSES, ROUTES);
    }

    /** Empty if there is none, or on another system, which tells it otherwise. */
    public Optional<Inet6Address> find() {
        try {
            Set<String> waysOut = waysOut();
            return Files.readAllLines(addresses).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(fields -> fields.length == 6 && waysOut.contains(fields[5]))
                    .filter(fields -> (Integer.parseInt(fields[4], 16) & UNSUITABLE) == 0)
                    .map(fields -> address(fields[0]))
                    .filter(HomeAddress6::isGlobal)
                    .findFirst();
        } catch (IOException | IllegalArgumentException untold) {
            return Optional.empty();
        }
    }

    /**
     * Destination, its length, source, its length, gateway, metric, two counters, flags, device.
     */
    private Set<String> waysOut() throws IOException {
        List<String> lines = Files.readAllLines(routes);
        return lines.stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length == 10)
                .filter(fields -> fields[0].equals(ANYWHERE) && fields[1].equals("00"))
                .filter(fields -> (Integer.parseUnsignedInt(fields[8], 16) & REJECT) == 0)
                .map(fields -> fields[9])
                .filter(device -> !device.equals("lo"))
                .collect(Collectors.toSet());
    }

    /** 2000::/3 is all that is given to the Internet; fd00::/8 (RFC 4193) is not in it. */
    private static boolean isGlobal(Inet6Address address) {
        return (address.getAddress()[0] & 0xe0) == 0x20;
    }

    private static Inet6Address address(String hex) {
        try {
            byte[] octets = HexFormat.of().parseHex(hex);
            return Inet6Address.getByAddress(null, octets, -1);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address: " + hex, e);
        }
    }
}
