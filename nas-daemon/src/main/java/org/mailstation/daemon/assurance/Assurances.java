package org.mailstation.daemon.assurance;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import org.mailstation.check.StsPolicy;
import org.mailstation.ddns.update.Web;
import org.mailstation.probe.NameServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What other domains demand. Signed records come first, and a policy never excuses a server that
 * breaks them (RFC 8461 2).
 */
public final class Assurances implements Assurance.Finder {
    private static final Logger LOG = LoggerFactory.getLogger(Assurances.class);

    private final KeyRecords keys;
    private final Policies policies;

    /**
     * @param proven says {@code authenticated} only of what it has proven itself
     * @param resolver any
     * @param web proves servers by the authorities that everybody knows, and follows no redirection
     * @param kept policies; survives restarts
     */
    public Assurances(
            NameServer proven,
            NameServer resolver,
            Web web,
            ConcurrentMap<String, String> kept,
            Clock clock) {
        this.keys = new KeyRecords(proven);
        this.policies = new Policies(kept, resolver, web, clock);
    }

    @Override
    public Assurance towards(String domain) {
        if (domain.startsWith("[")) {
            return Assurance.NONE;
        }
        boolean proven = keys.areServersProven(domain);
        Optional<StsPolicy> policy = policies.of(domain);
        return host -> demand(host.toLowerCase(Locale.ROOT), domain, proven, policy);
    }

    private Demand demand(String host, String domain, boolean proven, Optional<StsPolicy> policy)
            throws NotSecureException {
        Optional<Demand> signed = proven ? keys.of(host, domain) : Optional.empty();
        if (signed.isPresent()) {
            return signed.get();
        }
        if (policy.isEmpty() || policy.get().mode().equals("none")) {
            return new Demand.Nothing();
        }
        boolean covered = policy.get().covers(host);
        if (policy.get().mode().equals("testing")) {
            if (!covered) {
                LOG.info("{} is not in the MTA-STS policy of {}, which is a test", host, domain);
            }
            return new Demand.Nothing();
        }
        if (!covered) {
            throw new NotSecureException(
                    "the MTA-STS policy of " + domain + " does not name this server");
        }
        return new Demand.Named(Protection.MTA_STS);
    }
}
