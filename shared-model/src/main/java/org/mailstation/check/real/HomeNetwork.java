package org.mailstation.check.real;

import java.io.IOException;
import java.net.Inet4Address;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.ddns.update.JdkWeb;
import org.mailstation.lan.DefaultRoutes;
import org.mailstation.lan.Lan;
import org.mailstation.lan.LocalLans;
import org.mailstation.line.AddressSource;
import org.mailstation.line.DnsAddress;
import org.mailstation.line.LineAddress;
import org.mailstation.line.Remembered;
import org.mailstation.line.RouterAddress;
import org.mailstation.line.StunAddress;
import org.mailstation.line.WebAddress;
import org.mailstation.router.PortMapper;
import org.mailstation.router.pcp.Nonce;
import org.mailstation.router.search.RouterSearch;
import org.mailstation.router.stun.Stun;

/** The network that this computer is in. Lives as long as the program: some may be asked rarely. */
public final class HomeNetwork {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LineAddress line;

    /**
     * @param agent names this program to web servers
     */
    public HomeNetwork(String agent, Clock clock) {
        SecureRandom random = new SecureRandom();
        RouterSearch search = RouterSearch.usual(Nonce.random(random));
        AddressSource router = new RouterAddress(() -> mappers(search), clock);
        AddressSource stun = new StunAddress(new Stun(random, Stun.USUAL));
        AddressSource web = new WebAddress(new JdkWeb(agent, PATIENCE), WebAddress.NEUTRAL);
        AddressSource dns = new DnsAddress(DnsAddress.PUBLIC, PATIENCE);
        this.line =
                new LineAddress(
                        List.of(router, stun),
                        List.of(
                                new Remembered(web, Remembered.POLITE, clock),
                                new Remembered(dns, Remembered.POLITE, clock)),
                        LineAddress::ofThisComputer);
    }

    /** Asks for the line's address; takes some seconds. */
    LineAddress.Look line() {
        return line.look();
    }

    /** This computer's address in the network of the way out, else in any. Asks nobody. */
    public static @Nullable Inet4Address own() {
        List<Lan> lans = lans();
        List<Inet4Address> gateways = gateways();
        return lans.stream()
                .filter(lan -> gateways.stream().anyMatch(lan::contains))
                .findFirst()
                .or(() -> lans.stream().findFirst())
                .map(Lan::address)
                .orElse(null);
    }

    private static List<PortMapper> mappers(RouterSearch search) {
        return search.find(lans(), gateways()).mappers();
    }

    private static List<Lan> lans() {
        try {
            return LocalLans.now();
        } catch (IOException untold) {
            return List.of(); // then no router is found, and the others tell the address
        }
    }

    /** Where the system does not tell it as Linux does, only routers with UPnP are found. */
    private static List<Inet4Address> gateways() {
        try {
            return DefaultRoutes.read(DefaultRoutes.LINUX);
        } catch (IOException notLinux) {
            return List.of();
        }
    }
}
