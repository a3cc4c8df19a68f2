package org.mailstation.daemon.delivery;

import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Relay;
import org.mailstation.config.StationConfig;
import org.mailstation.control.Secret;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.accounts.SecretSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the way to another domain, over the relay or directly, and sends a letter there. */
final class Outwards {
    private static final Logger LOG = LoggerFactory.getLogger(Outwards.class);
    private static final String RELAY = "relay";

    private final Supplier<StationConfig> config;
    private final SecretSource secrets;
    private final Outside outside;
    private final RemoteDelivery remote;
    private final Rests rests;
    private final Clock clock;
    private volatile @Nullable RelaySeen relaySeen;

    Outwards(Supplier<StationConfig> config, SecretSource secrets, Outside outside, Clock clock) {
        this.config = config;
        this.secrets = secrets;
        this.outside = outside;
        this.remote = new RemoteDelivery(outside);
        this.rests = new Rests(clock, outside.schedule());
        this.clock = clock;
    }

    void startAfresh() {
        rests.clear();
        relaySeen = null;
    }

    /** What the relay did with the last letter; {@code null}: none since the last change. */
    @Nullable RelaySeen relaySeen() {
        return relaySeen;
    }

    /** One outcome for each recipient; all recipients are of this domain. */
    Map<Address, Outcome> send(String domain, Envelope envelope, Letter letter) {
        boolean relayed = config.get().relay().use() == Relay.Use.ALWAYS;
        // no domain is called so
        String destination = relayed ? RELAY : domain;
        Optional<Rests.Rest> rest = rests.of(destination);
        if (rest.isPresent()) {
            return all(envelope, rest.get().why());
        }
        Map<Address, Outcome> outcomes =
                relayed ? overRelay(envelope, letter) : directly(domain, envelope, letter);
        Optional<Outcome.NotNow> silence =
                outcomes.values().stream()
                        .filter(Outcome.NotNow.class::isInstance)
                        .map(Outcome.NotNow.class::cast)
                        .filter(Outcome.NotNow::forAll)
                        .findFirst();
        silence.ifPresentOrElse(
                why -> rests.nobodyAnswered(destination, why), () -> rests.answered(destination));
        return outcomes;
    }

    private static Map<Address, Outcome> all(Envelope envelope, Outcome outcome) {
        Map<Address, Outcome> outcomes = new LinkedHashMap<>();
        envelope.recipients().forEach(recipient -> outcomes.put(recipient, outcome));
        return outcomes;
    }

    private Map<Address, Outcome> overRelay(Envelope envelope, Letter letter) {
        Route relay = relay(config.get().relay());
        if (relay == null) {
            SmtpReply missing = new SmtpReply(454, "4.7.0 The password of the relay is missing");
            return all(envelope, new Outcome.NotNow(missing, ""));
        }
        Map<Address, Outcome> outcomes =
                remote.send(relay, envelope, config.get().hostName(), letter);
        relaySeen = RelaySeen.of(outcomes.values(), clock.instant());
        return outcomes;
    }

    private Map<Address, Outcome> directly(String domain, Envelope envelope, Letter letter) {
        if (domain.startsWith("[")) {
            String literal = domain.substring(1, domain.length() - 1).replaceFirst("^ipv6:", "");
            return directly(List.of(literal), envelope, letter);
        }
        return switch (outside.mx().ask(domain)) {
            case MxAnswer.Hosts hosts -> directly(hosts.names(), envelope, letter);
            case MxAnswer.TakesNoMail _ ->
                    all(envelope, failed(556, "5.1.10 " + domain + " takes no mail"));
            case MxAnswer.NoSuchDomain _ ->
                    all(envelope, failed(550, "5.1.2 There is no mail domain " + domain));
            case MxAnswer.CouldNotTell unknown -> {
                SmtpReply reply = new SmtpReply(451, "4.4.3 No answer from DNS: " + unknown.why());
                yield all(envelope, new Outcome.NotNow(reply, "", Outcome.Why.SILENCE));
            }
        };
    }

    private static Outcome failed(int code, String text) {
        return new Outcome.Failed(new SmtpReply(code, text), "");
    }

    private Map<Address, Outcome> directly(List<String> hosts, Envelope envelope, Letter letter) {
        Route route = new Route(hosts, outside.smtpPort(), Route.Encryption.IF_OFFERED, null);
        return remote.send(route, envelope, config.get().hostName(), letter);
    }

    private @Nullable Route relay(Relay relay) {
        Route.Encryption encryption =
                switch (relay.security()) {
                    case STARTTLS -> Route.Encryption.STARTTLS;
                    case TLS -> Route.Encryption.TLS;
                };
        List<String> host = List.of(relay.host());
        if (relay.user().isEmpty()) {
            return new Route(host, relay.port(), encryption, null);
        }
        try {
            Secret password = secrets.read(RELAY);
            return password == null
                    ? null
                    : new Route(
                            host,
                            relay.port(),
                            encryption,
                            new Route.Login(relay.user(), password.reveal()));
        } catch (IOException e) {
            LOG.error("the password of the relay cannot be read", e);
            return null;
        }
    }
}
