package org.mailstation.daemon.ddns;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the name shall lead: at least one of the two. */
record Addresses(@Nullable Inet4Address four, @Nullable Inet6Address six) {
    /** From {@link #text}; {@code null} if this is none. */
    static @Nullable Addresses of(String text) {
        Inet4Address four = null;
        Inet6Address six = null;
        for (String part : text.split(",", -1)) {
            try {
                switch (InetAddress.ofLiteral(part)) {
                    case Inet4Address address -> four = address;
                    case Inet6Address address -> six = address;
                    default -> throw new IllegalStateException("a third kind of address");
                }
            } catch (IllegalArgumentException notOne) {
                return null;
            }
        }
        return new Addresses(four, six);
    }

    boolean none() {
        return four == null && six == null;
    }

    /** As {@code v4,v6}, or the one there is. */
    String text() {
        return all().collect(Collectors.joining(","));
    }

    /**
     * Whether a name that leads there leads to these as well. An address that is away for a moment
     * stays published.
     *
     * @param published as {@link #text}
     */
    boolean areIn(String published) {
        List<String> there = List.of(published.split(",", -1));
        return all().allMatch(there::contains);
    }

    private Stream<String> all() {
        return Stream.of(four, six).filter(Objects::nonNull).map(InetAddress::getHostAddress);
    }
}
