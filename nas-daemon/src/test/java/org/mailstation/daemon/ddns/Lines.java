package org.mailstation.daemon.ddns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import org.mailstation.standing.Source;
import org.mailstation.standing.Standing;
import org.mailstation.standing.Told;

/** Lines as a test wants them. */
final class Lines {
    private Lines() {}

    static Inet4Address v4(String address) {
        return (Inet4Address) InetAddress.ofLiteral(address);
    }

    static Told router(String address) {
        return new Told.Address(Source.ROUTER, v4(address));
    }

    static Told stun(String address) {
        return new Told.Address(Source.STUN, v4(address));
    }

    /** What a look finds where these were told. */
    static LineAddress.Look look(Told... told) {
        return new LineAddress(
                        List.of(told).stream().<AddressSource>map(Lines::source).toList(),
                        List.of(),
                        List::of)
                .look();
    }

    static AddressSource source(Told told) {
        return new AddressSource() {
            @Override
            public Source source() {
                return told.source();
            }

            @Override
            public Told ask() {
                return told;
            }
        };
    }

    static boolean isUnknown(LineAddress.Look look) {
        return look.standing() instanceof Standing.Unknown;
    }
}
