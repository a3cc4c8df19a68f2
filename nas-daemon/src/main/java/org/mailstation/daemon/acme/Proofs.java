package org.mailstation.daemon.acme;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.PublicNames;
import org.mailstation.config.Ddns;
import org.mailstation.config.Network;
import org.mailstation.config.StationConfig;
import org.mailstation.control.Secret;
import org.mailstation.daemon.ddns.StationDdns;
import org.mailstation.daemon.forwarding.Forwarding;
import org.mailstation.ddns.Catalogue;
import org.mailstation.ddns.Provider;
import org.mailstation.ddns.update.JdkWeb;
import org.mailstation.ddns.update.TextClient;
import org.mailstation.ddns.update.TextNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which proof a home can give: a record in the DNS where the DDNS provider takes one for the
 * station's name, as that needs no open port; else a page.
 *
 * @param agent names this program to web servers
 * @param patience for one question to a name server
 */
public record Proofs(
        StationDdns.Secrets secrets,
        Forwarding forwarding,
        Supplier<PublicNames> names,
        String agent,
        Duration patience) {
    /** Where the page is; a router that takes no wishes must be told to lead its port 80 there. */
    public static final int PAGE_PORT = 8980;

    private static final Logger LOG = LoggerFactory.getLogger(Proofs.class);
    private static final Duration WEB_PATIENCE = Duration.ofSeconds(30);

    /** The proof for the station's name. */
    public Proof of(StationConfig config) {
        Proof record = inDns(config);
        if (record != null) {
            return record;
        }
        return config.network().line() == Network.Line.DIRECT
                ? new HttpProof(RouterDoor.HTTP, _ -> () -> {})
                : new HttpProof(PAGE_PORT, new RouterDoor(forwarding));
    }

    private @Nullable Proof inDns(StationConfig config) {
        Ddns ddns = config.ddns();
        Provider provider = Catalogue.ours().find(ddns.provider());
        if (provider == null || !isUnder(config.hostName(), ddns.host())) {
            return null;
        }
        TextClient client = TextClient.of(provider, new JdkWeb(agent, WEB_PATIENCE), patience);
        Secret secret = client == null ? null : secret();
        if (client == null || secret == null) {
            return null;
        }
        TextNote login =
                new TextNote(provider, ddns.host(), ddns.user(), secret, ddns.server(), "", "");
        return new DnsProof(client, login, names, Thread::sleep);
    }

    private static boolean isUnder(String name, String host) {
        return name.equals(host) || name.endsWith("." + host);
    }

    private @Nullable Secret secret() {
        try {
            return secrets.read("ddns");
        } catch (IOException unreadable) {
            LOG.warn("The DDNS secret cannot be read: as if there were none", unreadable);
            return null;
        }
    }
}
