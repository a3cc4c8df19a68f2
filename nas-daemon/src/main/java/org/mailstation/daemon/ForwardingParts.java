package org.mailstation.daemon;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Network;
import org.mailstation.config.StationConfig;
import org.mailstation.daemon.apply.Applier;
import org.mailstation.daemon.apply.Services;
import org.mailstation.daemon.apply.Timer;
import org.mailstation.daemon.ddns.HomeSix;
import org.mailstation.daemon.forwarding.Forwarding;
import org.mailstation.daemon.forwarding.Ledger;
import org.mailstation.daemon.forwarding.LocalHome;
import org.mailstation.daemon.forwarding.Want;
import org.mailstation.daemon.state.DataFolder;
import org.mailstation.daemon.state.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wiring of what keeps the router's ports. */
final class ForwardingParts {
    private static final Logger LOG = LoggerFactory.getLogger(ForwardingParts.class);

    private ForwardingParts() {}

    static Forwarding of(
            DataFolder data, Applier applier, Services services, Clock clock, Timer timer) {
        Ledger ledger = ledger(data);
        return new Forwarding(
                wants(applier, services),
                new LocalHome(ledger.nonce()),
                ledger,
                clock,
                timer,
                work -> Thread.ofVirtual().name("forwarding").start(work));
    }

    /**
     * A name that leads to a closed door makes letters wait: by IPv6 only where the router
     * certainly lets them in, or where there is no other way.
     */
    static HomeSix six(Forwarding forwarding, Supplier<@Nullable StationConfig> config) {
        return only -> {
            StationConfig running = config.get();
            boolean direct = running != null && running.network().line() == Network.Line.DIRECT;
            return forwarding.six(only || direct);
        };
    }

    /** Mail goes on, whatever is wrong with that file. */
    private static Ledger ledger(DataFolder data) {
        try {
            return Ledger.open(data.forwards(), new SecureRandom());
        } catch (IOException unusable) {
            LOG.error("What was asked of the router is not written down any more", unusable);
            return Ledger.unsaved(new SecureRandom());
        }
    }

    private static Supplier<List<Want>> wants(Applier applier, Services services) {
        return () -> {
            Revision running = applier.running();
            return running == null ? List.of() : Want.of(running.config(), services.listeners());
        };
    }
}
