package org.mailstation.daemon.delivery;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mailstation.bounce.Replies;
import org.mailstation.config.Relay;
import org.mailstation.config.StationConfig;
import org.mailstation.control.RelayedDestination;
import org.mailstation.control.TraceStep;
import org.mailstation.daemon.accounts.Address;
import org.mailstation.daemon.accounts.SecretSource;
import org.mailstation.daemon.assurance.Assurance;

/**
 * Finds the way to another domain, over the relay or directly, and sends a letter there. Where a
 * server refuses it for a reason that a relay cures, the relay gets it at once, and from then on
 * everything that is for this provider.
 */
public final class Outwards {
    /** No domain is called so. */
    private static final String RELAY = "relay";

    private final Supplier<StationConfig> config;
    private final Outside outside;
    private final RemoteDelivery remote;
    private final RelayWay relay;
    private final Rests rests;
    private final RelayMemory memory;
    private final Assurance.Finder assurances;
    private final Clock clock;

    public Outwards(
            Supplier<StationConfig> config,
            SecretSource secrets,
            Outside outside,
            RelayMemory memory,
            Assurance.Finder assurances,
            Clock clock) {
        this.config = config;
        this.outside = outside;
        this.remote = new RemoteDelivery(outside);
        this.relay = new RelayWay(config, secrets, remote, clock);
        this.rests = new Rests(clock, outside.schedule());
        this.memory = memory;
        this.assurances = assurances;
        this.clock = clock;
    }

    void startAfresh() {
        rests.clear();
        relay.startAfresh();
    }

    RetrySchedule schedule() {
        return outside.schedule();
    }

    /** What the relay did with the last letter; {@code null}: none since the last change. */
    @Nullable RelaySeen relaySeen() {
        return relay.seen();
    }

    /**
     * One outcome for each recipient; all recipients are of this domain.
     *
     * @param note told of what happens on the way
     */
    Map<Address, Outcome> send(
            String domain, Envelope envelope, Letter letter, Consumer<TraceStep> note) {
        Relay.Use use = config.get().relay().use();
        boolean always = use == Relay.Use.ALWAYS;
        if (always || use == Relay.Use.WHEN_REFUSED && isKnown(RelayedDestination.EVERYWHERE)) {
            return overRelay(envelope, letter);
        }
        Optional<Rests.Rest> rest = rests.of(domain);
        if (rest.isPresent()) {
            return Outcome.all(envelope, rest.get().why());
        }
        return switch (servers(domain)) {
            case MxAnswer.Hosts(var hosts) -> toServers(domain, hosts, envelope, letter, note);
            case MxAnswer.TakesNoMail _ ->
                    Outcome.all(envelope, failed(556, "5.1.10 " + domain + " takes no mail"));
            case MxAnswer.NoSuchDomain _ ->
                    Outcome.all(envelope, failed(550, "5.1.2 There is no mail domain " + domain));
            case MxAnswer.CouldNotTell unknown -> {
                SmtpReply reply = new SmtpReply(451, "4.4.3 No answer from DNS: " + unknown.why());
                Outcome.NotNow silence = new Outcome.NotNow(reply, "", Outcome.Why.SILENCE);
                rests.nobodyAnswered(domain, silence);
                yield Outcome.all(envelope, silence);
            }
        };
    }

    private boolean isKnown(String destination) {
        return memory.of(destination).isPresent();
    }

    private MxAnswer servers(String domain) {
        return domain.startsWith("[")
                ? new MxAnswer.Hosts(
                        List.of(
                                domain.substring(1, domain.length() - 1)
                                        .replaceFirst("^ipv6:", "")))
                : outside.mx().ask(domain);
    }

    private static Outcome failed(int code, String text) {
        return new Outcome.Failed(new SmtpReply(code, text), "");
    }

    private Map<Address, Outcome> overRelay(Envelope envelope, Letter letter) {
        Optional<Rests.Rest> rest = rests.of(RELAY);
        if (rest.isPresent()) {
            return Outcome.all(envelope, rest.get().why());
        }
        Map<Address, Outcome> outcomes = relay.send(envelope, letter);
        remember(RELAY, outcomes);
        return outcomes;
    }

    /** A destination where nobody answers is left alone for a while. */
    private void remember(String destination, Map<Address, Outcome> outcomes) {
        outcomes.values().stream()
                .filter(Outcome.NotNow.class::isInstance)
                .map(Outcome.NotNow.class::cast)
                .filter(Outcome.NotNow::forAll)
                .findFirst()
                .ifPresentOrElse(
                        why -> rests.nobodyAnswered(destination, why),
                        () -> rests.answered(destination));
    }

    private Map<Address, Outcome> toServers(
            String domain,
            List<String> hosts,
            Envelope envelope,
            Letter letter,
            Consumer<TraceStep> note) {
        boolean curable = config.get().relay().use() == Relay.Use.WHEN_REFUSED;
        String provider = Provider.of(hosts.getFirst());
        if (curable && isKnown(provider)) {
            return overRelay(envelope, letter);
        }
        Route route = Route.direct(hosts, outside.smtpPort(), assurances.towards(domain));
        Map<Address, Outcome> direct =
                remote.send(route, envelope, config.get().hostName(), letter);
        Map<Address, Outcome> outcomes = new LinkedHashMap<>(direct);
        if (curable) {
            outcomes.putAll(cured(provider, envelope, letter, direct, note));
        }
        Map<Address, Outcome> uncured = new LinkedHashMap<>(direct);
        uncured.entrySet().removeIf(entry -> outcomes.get(entry.getKey()) != entry.getValue());
        remember(domain, uncured);
        return outcomes;
    }

    /** What the relay makes of those that were refused for a reason that it cures. */
    private Map<Address, Outcome> cured(
            String provider,
            Envelope envelope,
            Letter letter,
            Map<Address, Outcome> direct,
            Consumer<TraceStep> note) {
        Map<Address, SmtpReply> refused = new LinkedHashMap<>();
        direct.forEach(
                (recipient, outcome) ->
                        outcome.answer()
                                .filter(reply -> Replies.of(reply.toString()).isCuredByRelay())
                                .ifPresent(reply -> refused.put(recipient, reply)));
        if (!refused.isEmpty()) {
            memory.learn(provider, refused.values().iterator().next().toString());
            return instead(refused, envelope, letter, note);
        }
        return isShutIn(direct) ? aroundTheDoor(envelope, letter, direct, note) : Map.of();
    }

    private Map<Address, Outcome> instead(
            Map<Address, SmtpReply> refused,
            Envelope envelope,
            Letter letter,
            Consumer<TraceStep> note) {
        String host = config.get().relay().host();
        refused.forEach(
                (recipient, reply) ->
                        note.accept(
                                new TraceStep(
                                        clock.instant(),
                                        TraceStep.Kind.RELAYED,
                                        recipient.toString(),
                                        host,
                                        reply.toString())));
        return overRelay(envelope.to(List.copyOf(refused.keySet())), letter);
    }

    /** No server could be reached, and those that are always there cannot, either. */
    private boolean isShutIn(Map<Address, Outcome> direct) {
        boolean noWay =
                direct.values().stream()
                        .allMatch(
                                outcome ->
                                        outcome instanceof Outcome.NotNow(_, _, var why)
                                                && why == Outcome.Why.NO_WAY);
        return noWay && outside.door().look() == OutwardDoor.State.SHUT;
    }

    /**
     * A line without any Internet looks the same as one that blocks port 25 outwards, so that
     * nothing is learnt unless the relay answers.
     */
    private Map<Address, Outcome> aroundTheDoor(
            Envelope envelope,
            Letter letter,
            Map<Address, Outcome> direct,
            Consumer<TraceStep> note) {
        Map<Address, SmtpReply> unreached = new LinkedHashMap<>();
        direct.forEach(
                (recipient, outcome) ->
                        outcome.answer().ifPresent(reply -> unreached.put(recipient, reply)));
        Map<Address, Outcome> outcomes = instead(unreached, envelope, letter, note);
        boolean answered =
                outcomes.values().stream()
                        .noneMatch(
                                outcome ->
                                        outcome instanceof Outcome.NotNow later && later.forAll());
        if (answered) {
            memory.learn(
                    RelayedDestination.EVERYWHERE, unreached.values().iterator().next().toString());
        }
        return outcomes;
    }
}
