package org.mailstation.daemon.apply;

import java.util.EnumMap;
import java.util.Map;
import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;

/**
 * The way back from a first configuration that did not come up: the same station, listening
 * nowhere.
 */
final class Nowhere {
    private Nowhere() {}

    static StationConfig listening(StationConfig config) {
        Map<Service, Port> closed = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            Port port = config.ports().of(service);
            closed.put(service, new Port(port.number(), port.external(), Port.Open.OFF));
        }
        return config.withPorts(new Ports(closed));
    }
}
