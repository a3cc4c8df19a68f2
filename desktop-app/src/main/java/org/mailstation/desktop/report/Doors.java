package org.mailstation.desktop.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mailstation.config.Service;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

/** Each port as it is seen from the NAS, from the PC and from outside. */
record Doors(Words words) {
    private static final List<Vantage> VIEWS = List.of(Vantage.NAS, Vantage.PC, Vantage.OUTSIDE);

    List<Paper.Door> of(List<Finding> findings) {
        List<Paper.Door> doors = new ArrayList<>();
        for (Service service : Service.values()) {
            Map<Vantage, Health> seen = seen(service, findings);
            if (!seen.isEmpty()) {
                doors.add(
                        new Paper.Door(
                                words.of(Text.of("service." + service.key())),
                                String.valueOf(service.standardPort()),
                                VIEWS.stream().map(from -> view(seen, from)).toList()));
            }
        }
        return doors;
    }

    private Paper.View view(Map<Vantage, Health> seen, Vantage from) {
        Health health = seen.get(from);
        return health == null
                ? new Paper.View(Health.UNKNOWN, words.of("report.not-asked"))
                : new Paper.View(health, words.of("health", health));
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

    private static List<Vantage> from(Finding finding) {
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
