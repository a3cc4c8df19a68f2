package org.mailstation.config;

import java.util.Map;

/** Where the daemon listens, one entry for every {@link Service}. */
public record Ports(Map<Service, Port> byService) {
    public Ports {
        byService = Map.copyOf(byService);
        for (Service service : Service.values()) {
            if (!byService.containsKey(service)) {
                throw new IllegalArgumentException("no port for " + service);
            }
        }
    }

    public Port of(Service service) {
        return java.util.Objects.requireNonNull(byService.get(service));
    }
}
