package org.mailstation.daemon.ddns;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import org.mailstation.line.LineAddress;
import org.mailstation.standing.Source;
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
        return LineAddress.Look.of(List.of(), List.of(told));
    }
}
