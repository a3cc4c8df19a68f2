package org.mailstation.line;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.standing.Standing;
import org.mailstation.standing.Told;

/**
 * The address under which the Internet reaches this home.
 *
 * @param always asked at each look and compared: the router and STUN
 * @param otherwise asked one after the other, only while nobody told an address that can be used
 * @param own addresses of this computer's interfaces
 */
public record LineAddress(
        List<AddressSource> always,
        List<AddressSource> otherwise,
        Supplier<Collection<? extends InetAddress>> own) {
    public LineAddress {
        always = List.copyOf(always);
        otherwise = List.copyOf(otherwise);
    }

    /**
     * What a look found.
     *
     * @param address that the name shall lead to, or {@code null}: not known, or nothing can come
     *     in by it
     * @param told what each source said
     */
    public record Look(@Nullable Inet4Address address, Standing standing, List<Told> told) {
        public Look {
            told = List.copyOf(told);
        }

        /**
         * Judges what was told.
         *
         * @param own addresses of this computer's interfaces
         */
        public static Look of(Collection<? extends InetAddress> own, List<Told> told) {
            Standing standing = Standing.of(own, told);
            return new Look(usable(standing), standing, told);
        }
    }

    public Look look() {
        List<Told> told = new ArrayList<>();
        always.forEach(source -> told.add(source.ask()));
        Look look = Look.of(own.get(), told);
        for (AddressSource source : otherwise) {
            if (seen(look.standing())) {
                break;
            }
            told.add(source.ask());
            look = Look.of(own.get(), told);
        }
        return look;
    }

    private static boolean seen(Standing standing) {
        return switch (standing) {
            case Standing.Public _,
                    Standing.Direct _,
                    Standing.SeenOnly _,
                    Standing.Disagreement _ ->
                    true;
            case Standing.CarrierNat(Inet4Address _, Inet4Address shared) -> shared != null;
            case Standing.DsLite(Inet4Address shared) -> shared != null;
            case Standing.DoubleNat(Inet4Address _, Inet4Address outer) -> outer != null;
            case Standing.Unknown _ -> false;
        };
    }

    /** Nothing comes in at an address that many share: to publish it would help nobody. */
    private static @Nullable Inet4Address usable(Standing standing) {
        return switch (standing) {
            case Standing.Public(Inet4Address address) -> address;
            case Standing.Direct(Inet4Address address) -> address;
            case Standing.SeenOnly(Inet4Address seen) -> seen;
            case Standing.DoubleNat(Inet4Address _, Inet4Address outer) -> outer;
            case Standing.Disagreement(List<Told.Address> told) -> told.getFirst().address();
            case Standing.CarrierNat _, Standing.DsLite _, Standing.Unknown _ -> null;
        };
    }

    /** All addresses of this computer now. */
    public static List<InetAddress> ofThisComputer() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .toList();
        } catch (SocketException untold) {
            return List.of(); // then no address is taken for this computer's own
        }
    }
}
