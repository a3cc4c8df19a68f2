package org.mailstation.probe.real;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mailstation.probe.Dns;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.Referral;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.dnssec.ValidatingResolver;

/** The DNS, by dnsjava. */
public final class DnsjavaDns implements Dns {
    private static final int PORT = 53;

    private final Duration patience;
    private final Function<InetAddress, InetSocketAddress> where;

    /**
     * @param patience for one question at one server
     */
    public DnsjavaDns(Duration patience) {
        this(patience, server -> new InetSocketAddress(server, PORT));
    }

    /**
     * @param where a server is asked
     */
    DnsjavaDns(Duration patience, Function<InetAddress, InetSocketAddress> where) {
        this.patience = patience;
        this.where = where;
    }

    @Override
    public NameServer here() {
        // made anew each time: a laptop changes its network
        ExtendedResolver system = new ExtendedResolver();
        system.setTimeout(patience);
        return new DnsjavaServer(own(system), system, true);
    }

    /**
     * What {@link #here} says, proven by this program itself (RFC 4035 5): {@code authenticated}
     * holds for what is signed from the root down, whoever is asked and whatever lies between. What
     * is signed wrongly, or comes without the signatures that it must have, could not be told.
     *
     * @param anchors keys of the root, as DS or DNSKEY records of a zone file
     * @throws IOException if these are none
     */
    public NameServer proven(InputStream anchors) throws IOException {
        return proven(anchors, ExtendedResolver::new);
    }

    /**
     * @param servers the ones that are asked, anew for each question
     */
    NameServer proven(InputStream anchors, Supplier<Resolver> servers) throws IOException {
        ValidatingResolver validating = new ValidatingResolver(new Afresh(patience, servers));
        validating.loadTrustAnchors(anchors);
        return new DnsjavaServer("this computer, by DNSSEC", validating, true);
    }

    @Override
    public NameServer resolver(InetAddress server) {
        return new DnsjavaServer(server.getHostAddress(), simple(server), true);
    }

    @Override
    public NameServer authority(InetAddress server) {
        return new DnsjavaServer(server.getHostAddress(), simple(server), false);
    }

    @Override
    public Referral refer(InetAddress server, String zone) {
        return new DnsjavaServer(server.getHostAddress(), simple(server), false).refer(zone);
    }

    private SimpleResolver simple(InetAddress server) {
        SimpleResolver resolver = new SimpleResolver(where.apply(server));
        resolver.setTimeout(patience);
        return resolver;
    }

    private static String own(ExtendedResolver system) {
        List<String> servers =
                List.of(system.getResolvers()).stream()
                        .map(Resolver.class::cast)
                        .filter(SimpleResolver.class::isInstance)
                        .map(one -> ((SimpleResolver) one).getAddress().getHostString())
                        .toList();
        return servers.isEmpty() ? "this computer's resolver" : String.join(", ", servers);
    }
}
