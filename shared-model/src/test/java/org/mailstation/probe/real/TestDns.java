package org.mailstation.probe.real;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.mailstation.probe.Dns;
import org.mailstation.probe.NameServer;
import org.mailstation.probe.Referral;

/**
 * The real client, which is led to servers on loopback instead of those at the addresses. It waits
 * long for servers that answer and shortly for those that never do, so that no test hangs on how
 * busy the computer is.
 */
public final class TestDns implements Dns {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final Map<String, ZoneServer> servers;
    private final InetAddress own;

    /**
     * @param servers by the address that they seem to have
     * @param own the one that this computer is set to
     */
    public TestDns(Map<String, ZoneServer> servers, String own) {
        this.servers = Map.copyOf(servers);
        this.own = InetAddress.ofLiteral(own);
    }

    private Dns real(InetAddress address) {
        ZoneServer server = Objects.requireNonNull(servers.get(address.getHostAddress()));
        return new DnsjavaDns(server.isSilent() ? SHORT : LONG, _ -> server.where());
    }

    @Override
    public NameServer here() {
        return resolver(own);
    }

    @Override
    public NameServer resolver(InetAddress server) {
        return real(server).resolver(server);
    }

    @Override
    public NameServer authority(InetAddress server) {
        return real(server).authority(server);
    }

    @Override
    public Referral refer(InetAddress server, String zone) {
        return real(server).refer(server, zone);
    }
}
