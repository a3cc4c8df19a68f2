package org.mailstation.desktop.practice;

import org.mailstation.config.Ddns;
import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;

/**
 * What makes a configuration one for practice: free ports, which no router needs to forward, no
 * name on the Internet, and the outside as relay.
 */
final class PracticeConfig {
    private PracticeConfig() {}

    /** The same configuration with the ports and the relay of a practice. */
    static StationConfig fitted(StationConfig config, int outsidePort) {
        Ports ports = config.ports();
        for (Service service : Service.values()) {
            ports = ports.with(service, new Port(0, service.standardPort(), Port.Open.LAN));
        }
        return config.withRelay(
                        new Relay(
                                Relay.Use.ALWAYS,
                                OutsideServer.NAME,
                                outsidePort,
                                Relay.Security.TLS,
                                ""))
                .withPorts(ports)
                .withDdns(Ddns.NONE);
    }
}
