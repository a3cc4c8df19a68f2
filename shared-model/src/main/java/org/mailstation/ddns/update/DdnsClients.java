package org.mailstation.ddns.update;

import java.time.Duration;
import org.mailstation.ddns.Protocol;

/** The client for each protocol. */
public final class DdnsClients {
    private DdnsClients() {}

    /**
     * @param patience for a question by DNS
     */
    public static DdnsClient of(Protocol protocol, Web web, Duration patience) {
        return switch (protocol) {
            case DYNDNS2 -> new Dyndns2(web);
            case DUCKDNS -> new DuckDns(web);
            case CLOUDFLARE -> new Cloudflare(web);
            case TWODNS -> new TwoDns(web);
            case FREEDNS -> new FreeDns(web);
            case RFC2136 -> new DnsUpdate(patience);
        };
    }
}
