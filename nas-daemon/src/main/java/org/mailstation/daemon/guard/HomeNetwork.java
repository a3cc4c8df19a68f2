package org.mailstation.daemon.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which addresses belong to the home: those that no router leads through the Internet (RFC 1918,
 * RFC 4193, link-local), and IPv6 addresses of the very networks that this computer is in.
 */
public final class HomeNetwork implements Predicate<InetAddress> {
    private static final Logger LOG = LoggerFactory.getLogger(HomeNetwork.class);

    /** The line's IPv6 prefix changes now and then. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    /** What one of this computer's addresses and the length of its network say. */
    public record Net(byte[] address, int bits) {
        @Override
        public String toString() {
            return Place.literal(address).getHostAddress() + "/" + bits;
        }
    }

    /** Looks at the network cards. */
    @FunctionalInterface
    public interface Cards {
        List<Net> now() throws SocketException;
    }

    private final Cards cards;
    private final Clock clock;
    private List<Net> nets = List.of();
    private Instant until = Instant.MIN;

    public HomeNetwork(Cards cards, Clock clock) {
        this.cards = cards;
        this.clock = clock;
    }

    /** That of this computer. */
    public static HomeNetwork ofThisComputer(Clock clock) {
        return new HomeNetwork(HomeNetwork::ofAllCards, clock);
    }

    private static List<Net> ofAllCards() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(card -> card.getInterfaceAddresses().stream())
                .filter(own -> own.getAddress() instanceof Inet6Address)
                .map(HomeNetwork::net)
                .toList();
    }

    private static Net net(InterfaceAddress own) {
        return new Net(own.getAddress().getAddress(), own.getNetworkPrefixLength());
    }

    @Override
    public boolean test(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || (address instanceof Inet6Address six && (isUniqueLocal(six) || isNextToUs(six)));
    }

    private static boolean isUniqueLocal(Inet6Address address) {
        return (address.getAddress()[0] & 0xfe) == 0xfc;
    }

    private boolean isNextToUs(Inet6Address address) {
        byte[] octets = address.getAddress();
        // a network wider than a household's is the provider's
        return nets().stream()
                .anyMatch(net -> net.bits() >= 48 && Place.same(net.address(), octets, net.bits()));
    }

    private synchronized List<Net> nets() {
        Instant now = clock.instant();
        if (!now.isBefore(until) || until.isAfter(now.plus(FRESH))) {
            until = now.plus(FRESH);
            try {
                nets = List.copyOf(cards.now());
            } catch (SocketException e) {
                LOG.debug("the network cards cannot be read", e);
            }
        }
        return nets;
    }
}
