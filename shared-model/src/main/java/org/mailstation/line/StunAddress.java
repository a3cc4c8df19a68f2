package org.mailstation.line;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mailstation.router.stun.Reflexive;
import org.mailstation.router.stun.Stun;
import org.mailstation.standing.Source;
import org.mailstation.standing.Told;

/**
 * STUN servers, one after the other until one tells.
 *
 * @param servers {@code name:port}
 * @param names finds the servers' addresses
 */
public record StunAddress(Stun stun, List<String> servers, Names names) implements AddressSource {
    /** Large public ones that anybody may ask. */
    private static final List<String> PUBLIC =
            List.of("stun.cloudflare.com:3478", "stun.l.google.com:19302");

    /** All addresses of a host. */
    @FunctionalInterface
    public interface Names {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    /** The public servers. */
    public StunAddress(Stun stun) {
        this(stun, PUBLIC, InetAddress::getAllByName);
    }

    public StunAddress {
        servers = List.copyOf(servers);
    }

    @Override
    public Source source() {
        return Source.STUN;
    }

    @Override
    public Told ask() {
        String why = "no server";
        for (String server : servers) {
            Optional<InetSocketAddress> where = resolve(server);
            if (where.isEmpty()) {
                why = server + " is not in the DNS";
                continue;
            }
            Reflexive seen = stun.ask(new InetSocketAddress("0.0.0.0", 0), where.get());
            if (seen instanceof Reflexive.From(InetSocketAddress from)
                    && from.getAddress() instanceof Inet4Address v4) {
                return new Told.Address(Source.STUN, v4);
            }
            why = server + ": " + seen;
        }
        return new Told.Nothing(Source.STUN, why);
    }

    /** Its IPv4 address: asked by IPv6, it would tell the address of this computer only. */
    private Optional<InetSocketAddress> resolve(String server) {
        int colon = server.lastIndexOf(':');
        int port = Integer.parseInt(server.substring(colon + 1));
        try {
            return Arrays.stream(names.find(server.substring(0, colon)))
                    .filter(Inet4Address.class::isInstance)
                    .map(address -> new InetSocketAddress(address, port))
                    .findFirst();
        } catch (UnknownHostException notThere) {
            return Optional.empty();
        }
    }
}
