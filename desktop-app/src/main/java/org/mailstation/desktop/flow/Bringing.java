package org.mailstation.desktop.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Ddns;
import org.mailstation.config.Relay;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.Secret;
import org.mailstation.desktop.draft.Draft;
import org.mailstation.desktop.draft.Person;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/**
 * Brings a draft to the station: secrets, configuration, passwords, in an order in which no secret
 * is shown to somebody whom it does not concern.
 *
 * @param base what runs, or {@code null}
 * @param toml empty: only secrets and passwords are new
 */
record Bringing(Draft draft, @Nullable StationConfig base, String toml, int revision) {

    /** Whether a secret of a provider or relay goes with it. */
    static boolean secrets(Draft draft) {
        return draft.name().ddns().hasSecret() || !relaySecret(draft).isEmpty();
    }

    private static String relaySecret(Draft draft) {
        return draft.safety().relay().secret().reveal();
    }

    Applying.Result bring(Session session, Applying applying, Cancellation cancellation)
            throws FailureException {
        int from = revision;
        StationConfig running = base;
        StationConfig between = running == null || toml.isEmpty() ? null : between(running);
        if (between != null) {
            Applying.Result result = applying.apply(StationToml.write(between), from);
            if (!(result instanceof Applying.Result.Runs runs)) {
                return result;
            }
            from = runs.revision();
        }
        if (draft.name().ddns().hasSecret()) {
            put(session, cancellation, "ddns", draft.name().ddns().secret());
        }
        if (!relaySecret(draft).isEmpty()) {
            put(session, cancellation, "relay", draft.safety().relay().secret());
        }
        Applying.Result result =
                toml.isEmpty()
                        ? new Applying.Result.Runs(from, List.of())
                        : applying.apply(toml, from);
        return result instanceof Applying.Result.Runs runs
                ? passwords(session, applying, runs)
                : result;
    }

    /**
     * What runs, without those who are replaced: neither may they see the new secret, nor their
     * successors the old one. {@code null} if nobody is replaced.
     */
    private @Nullable StationConfig between(StationConfig running) {
        StationConfig wanted = draft.on(running);
        StationConfig without = running;
        boolean ddns = !running.ddns().provider().isEmpty();
        if (ddns && !running.ddns().provider().equals(wanted.ddns().provider())) {
            without = without.withDdns(Ddns.NONE);
        }
        boolean relay = !running.relay().host().isEmpty();
        if (relay && !running.relay().host().equals(wanted.relay().host())) {
            without = without.withRelay(Relay.NONE);
        }
        return without.equals(running) || !secrets(draft) ? null : without;
    }

    private static void put(Session session, Cancellation cancellation, String name, Secret value)
            throws FailureException {
        session.onStation(cancellation, station -> station.putSecret(name, value));
    }

    private Applying.Result passwords(Session session, Applying applying, Applying.Result.Runs runs)
            throws FailureException {
        for (Person person : draft.people().people()) {
            if (person.hasPassword()) {
                String address = person.address(draft.name().cleanDomain());
                Applying.Result result = applying.setPassword(address, person.password(), runs);
                if (!(result instanceof Applying.Result.Runs)) {
                    return result;
                }
                session.learn(address, person.password());
            }
        }
        return runs;
    }
}
