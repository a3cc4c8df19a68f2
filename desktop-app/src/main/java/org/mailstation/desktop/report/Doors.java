package org.mailstation.desktop.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.control.Forward;
import org.mailstation.control.ForwardState;
import org.mailstation.control.ListenerStatus;
import org.mailstation.control.StationStatus;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;
import org.mailstation.words.ForwardWords;

/** Each port as it is seen from the NAS, from the PC, by the router and from outside. */
record Doors(Words words, Gathered.Told told) {

    List<Paper.Door> of(List<Finding> findings) {
        List<Paper.Door> doors = new ArrayList<>();
        for (Service service : Service.values()) {
            Map<Vantage, Health> seen = seen(service, findings);
            ListenerStatus listener = listener(service);
            if (!seen.isEmpty() || listener != null && listener.open() != Port.Open.OFF) {
                doors.add(
                        new Paper.Door(
                                words.of(Text.of("service." + service.key())),
                                port(service, listener),
                                List.of(
                                        view(seen, Vantage.NAS),
                                        view(seen, Vantage.PC),
                                        router(service),
                                        view(seen, Vantage.OUTSIDE))));
            }
        }
        return doors;
    }

    private @Nullable ListenerStatus listener(Service service) {
        StationStatus status = told.status();
        return status == null
                ? null
                : status.listeners().stream()
                        .filter(one -> one.service() == service)
                        .findFirst()
                        .orElse(null);
    }

    private @Nullable Forward forward(Service service) {
        return told.forwards() == null
                ? null
                : told.forwards().forwards().stream()
                        .filter(one -> one.service() == service)
                        .findFirst()
                        .orElse(null);
    }

    private String port(Service service, @Nullable ListenerStatus listener) {
        Forward forward = forward(service);
        int outside = forward == null ? service.standardPort() : forward.external();
        int inside =
                listener == null || listener.configured() == 0 ? outside : listener.configured();
        return outside == inside ? String.valueOf(outside) : outside + " → " + inside;
    }

    private Paper.View view(Map<Vantage, Health> seen, Vantage from) {
        Health health = seen.get(from);
        return health == null
                ? new Paper.View(Health.UNKNOWN, words.of("report.not-asked"))
                : new Paper.View(health, words.of("health", health));
    }

    private Paper.View router(Service service) {
        Forward forward = forward(service);
        if (told.forwards() == null) {
            return new Paper.View(Health.UNKNOWN, words.of("report.not-asked"));
        }
        if (forward == null) {
            return new Paper.View(Health.FINE, words.of("report.door.not-needed"));
        }
        Health health =
                switch (forward.state()) {
                    case ForwardState.Stands _ -> Health.FINE;
                    case ForwardState.Asking _, ForwardState.NoAnswer _, ForwardState.NoRouter _ ->
                            Health.UNKNOWN;
                    case ForwardState.Taken _,
                            ForwardState.OtherPort _,
                            ForwardState.Refused _,
                            ForwardState.NotListening _,
                            ForwardState.Withdrawn _ ->
                            Health.BROKEN;
                };
        return new Paper.View(health, words.of(ForwardWords.state(forward.state())));
    }

    /** The worst that was found from each place. */
    private static Map<Vantage, Health> seen(Service service, List<Finding> findings) {
        Map<Vantage, Health> seen = new EnumMap<>(Vantage.class);
        for (Finding finding : findings) {
            String name = finding.check().toLowerCase(Locale.ROOT);
            if (name.endsWith(":" + service.key()) || name.endsWith("." + service.key())) {
                Health health = Health.of(List.of(finding));
                from(finding).forEach(where -> seen.merge(where, health, Doors::worse));
            }
        }
        return seen;
    }

    /** The mail service knows without asking anybody whether it listens. */
    private static List<Vantage> from(Finding finding) {
        if (finding.evidence().isEmpty()) {
            return finding.hop() == Hop.DAEMON ? List.of(Vantage.NAS) : List.of();
        }
        return finding.evidence().stream().map(Evidence::vantage).distinct().toList();
    }

    private static Health worse(Health one, Health other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(Health health) {
        return switch (health) {
            case FINE -> 0;
            case UNKNOWN -> 1;
            case ATTENTION -> 2;
            case BROKEN -> 3;
        };
    }
}
