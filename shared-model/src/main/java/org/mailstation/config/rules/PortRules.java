package org.mailstation.config.rules;

import java.util.HashMap;
import java.util.Map;
import org.mailstation.config.Network;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;

/**
 * Ports: in range, and each number for one service only. A service that is switched off takes no
 * number.
 */
final class PortRules {
    private static final int MAX = 65_535;

    private PortRules() {}

    static void check(StationConfig config, Problems problems) {
        boolean forwarded = config.network().line() == Network.Line.BEHIND_ROUTER;
        setup(config, problems);
        Map<Integer, Service> inside = new HashMap<>();
        Map<Integer, Service> outside = new HashMap<>();
        for (Service service : Service.values()) {
            Port port = config.ports().of(service);
            String field = "ports." + service.key();
            inRange(port.number(), 0, field + ".port", problems);
            inRange(port.external(), 1, field + ".external", problems);
            if (port.open() != Port.Open.OFF && port.number() != 0) {
                once(
                        port.number(),
                        service,
                        inside,
                        field + ".port",
                        "problem.port.twice",
                        problems);
            }
            if (port.open() == Port.Open.INTERNET && forwarded) {
                once(
                        port.external(),
                        service,
                        outside,
                        field + ".external",
                        "problem.port.external-twice",
                        problems);
            }
        }
    }

    /** Only what is open takes a number. */
    private static void setup(StationConfig config, Problems problems) {
        int port = config.setup().port();
        inRange(port, 0, "setup.port", problems);
        for (Service service : Service.values()) {
            Port other = config.ports().of(service);
            if (config.setup().serve()
                    && port != 0
                    && other.open() != Port.Open.OFF
                    && other.number() == port) {
                problems.add("setup.port", "problem.port.twice", port, service.key());
            }
        }
    }

    private static void inRange(int number, int least, String field, Problems problems) {
        if (number < least || number > MAX) {
            problems.add(field, "problem.range", number, least, MAX);
        }
    }

    private static void once(
            int number,
            Service service,
            Map<Integer, Service> owners,
            String field,
            String key,
            Problems problems) {
        Service owner = owners.putIfAbsent(number, service);
        if (owner != null) {
            problems.add(field, key, number, service.key(), owner.key());
        }
    }
}
