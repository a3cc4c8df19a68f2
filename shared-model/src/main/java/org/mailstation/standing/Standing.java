package org.mailstation.standing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the home stands on the Internet, as far as can be told from inside. */
public sealed interface Standing {
    /**
     * The router has this public address: what it forwards can be reached, unless the provider
     * filters.
     */
    record Public(Inet4Address address) implements Standing {}

    /** This very computer has the public address, as with PPPoE: no router stands before it. */
    record Direct(Inet4Address address) implements Standing {}

    /**
     * Many customers share one public address (RFC 6598): nothing comes in by IPv4.
     *
     * @param inside the router's address in the provider's network
     * @param shared as others see it, or {@code null} if nobody told
     */
    record CarrierNat(Inet4Address inside, @Nullable Inet4Address shared) implements Standing {}

    /**
     * IPv4 only goes out, through a tunnel in IPv6 (RFC 6333): nothing comes in by IPv4.
     *
     * @param shared as others see it, or {@code null} if nobody told
     */
    record DsLite(@Nullable Inet4Address shared) implements Standing {}

    /**
     * A second router stands before the first: both must forward.
     *
     * @param inner the first router's address in the network of the second
     * @param outer as others see the line, or {@code null} if nobody told
     */
    record DoubleNat(Inet4Address inner, @Nullable Inet4Address outer) implements Standing {}

    /**
     * Sources that should agree do not: a second address translation, a VPN, or two lines. Which
     * one is right cannot be told from inside.
     */
    record Disagreement(List<Told.Address> told) implements Standing {
        public Disagreement {
            told = List.copyOf(told);
        }
    }

    /**
     * Only others told an address; the router did not say whether it is its own.
     *
     * @param seen as others see the line
     */
    record SeenOnly(Inet4Address seen) implements Standing {}

    /** Nobody told anything. */
    record Unknown() implements Standing {}

    /**
     * Judges.
     *
     * @param own all addresses of this computer's interfaces
     * @param told what each source said, at most one of each kind counts: the first
     */
    static Standing of(Collection<? extends InetAddress> own, List<Told> told) {
        List<Told.Address> seen = seen(told);
        Inet4Address outside = seen.isEmpty() ? null : seen.getFirst().address();
        if (seen.stream().map(Told.Address::address).distinct().count() > 1) {
            return new Disagreement(seen);
        }
        if (outside != null && own.contains(outside)) {
            return new Direct(outside);
        }
        Told router =
                told.stream().filter(one -> one.source() == Source.ROUTER).findFirst().orElse(null);
        return switch (router) {
            case Told.Address(Source _, Inet4Address address) ->
                    behind(own, address, seen, outside);
            // it has IPv6 only, and yet IPv4 goes out
            case Told.None _ when outside != null -> new DsLite(outside);
            case Told.None _ -> new Unknown();
            case Told.Nothing _ -> withoutRouter(own, outside);
            case null -> withoutRouter(own, outside);
        };
    }

    private static Standing withoutRouter(
            Collection<? extends InetAddress> own, @Nullable Inet4Address outside) {
        if (outside != null) {
            return new SeenOnly(outside);
        }
        return own.stream()
                .filter(Inet4Address.class::isInstance)
                .map(Inet4Address.class::cast)
                .filter(address -> Block.of(address) == Block.PUBLIC)
                .findFirst()
                .<Standing>map(Direct::new)
                .orElseGet(Unknown::new);
    }

    /** What others see, without what cannot be an address of a line. */
    private static List<Told.Address> seen(List<Told> told) {
        List<Told.Address> seen = new ArrayList<>();
        for (Told one : told) {
            if (one instanceof Told.Address address
                    && address.source() != Source.ROUTER
                    && Block.of(address.address()) == Block.PUBLIC
                    && seen.stream().noneMatch(other -> other.source() == address.source())) {
                seen.add(address);
            }
        }
        seen.sort(Comparator.comparing(Told.Address::source));
        return seen;
    }

    private static Standing behind(
            Collection<? extends InetAddress> own,
            Inet4Address router,
            List<Told.Address> seen,
            @Nullable Inet4Address outside) {
        if (own.contains(router)) {
            return withoutRouter(own, outside); // this computer is the router
        }
        return switch (Block.of(router)) {
            case PRIVATE_10, PRIVATE_172, PRIVATE_192 -> new DoubleNat(router, outside);
            case SHARED -> new CarrierNat(router, outside);
            case TUNNEL -> new DsLite(outside);
            case PUBLIC -> {
                if (outside == null || outside.equals(router)) {
                    yield new Public(router);
                }
                List<Told.Address> all = new ArrayList<>(seen);
                all.addFirst(new Told.Address(Source.ROUTER, router));
                yield new Disagreement(all);
            }
            // not an address of any line: as if the router had said nothing
            case LINK_LOCAL, THIS_COMPUTER, NONE, NOBODY -> withoutRouter(own, outside);
        };
    }
}
