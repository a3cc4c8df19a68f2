package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Relay;
import org.mailstation.config.StationConfig;
import org.mailstation.control.Secret;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.accounts.SecretSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands letters to the relay, and remembers what it did with the last one. */
final class RelayWay {
    private static final Logger LOG = LoggerFactory.getLogger(RelayWay.class);
    private static final String SECRET = "relay";

    private final Supplier<StationConfig> config;
    private final SecretSource secrets;
    private final RemoteDelivery remote;
    private final Clock clock;
    private volatile @Nullable RelaySeen seen;

    RelayWay(
            Supplier<StationConfig> config,
            SecretSource secrets,
            RemoteDelivery remote,
            Clock clock) {
        this.config = config;
        this.secrets = secrets;
        this.remote = remote;
        this.clock = clock;
    }

    void startAfresh() {
        seen = null;
    }

    /** {@code null}: no letter since the last change. */
    @Nullable RelaySeen seen() {
        return seen;
    }

    /** One outcome for each recipient. */
    Map<Address, Outcome> send(Envelope envelope, Letter letter) {
        Route route = route(config.get().relay());
        if (route == null) {
            SmtpReply missing = new SmtpReply(454, "4.7.0 The password of the relay is missing");
            return Outcome.all(envelope, new Outcome.NotNow(missing, "", Outcome.Why.LOGIN));
        }
        Map<Address, Outcome> outcomes =
                remote.send(route, envelope, config.get().hostName(), letter);
        seen = RelaySeen.of(outcomes.values(), clock.instant());
        return outcomes;
    }

    private @Nullable Route route(Relay relay) {
        if (relay.user().isEmpty()) {
            return Route.relay(relay, null);
        }
        try {
            Secret password = secrets.read(SECRET);
            return password == null
                    ? null
                    : Route.relay(relay, new Route.Login(relay.user(), password.reveal()));
        } catch (IOException e) {
            LOG.error("the password of the relay cannot be read", e);
            return null;
        }
    }
}
