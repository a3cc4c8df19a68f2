package org.mailstation.daemon.delivery;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailstation.config.Account;
import org.mailstation.config.Alias;
import org.mailstation.config.Backup;
import org.mailstation.config.Ddns;
import org.mailstation.config.Incoming;
import org.mailstation.config.Network;
import org.mailstation.config.Notifications;
import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.Setup;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Storage;
import org.mailstation.config.Tls;

/** A station with some people, two aliases and no open port. */
final class SmallHouse {
    private SmallHouse() {}

    static StationConfig config() {
        Map<Service, Port> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, new Port(0, service.standardPort(), Port.Open.OFF));
        }
        return new StationConfig(
                "mail.home.test",
                List.of("home.test"),
                Stream.of("anna", "ben", "deep")
                        .map(name -> new Account(name + "@home.test", "", 0, true))
                        .toList(),
                List.of(
                        new Alias("far@home.test", List.of("x@away.test")),
                        new Alias("both@home.test", List.of("anna@home.test", "ben@home.test"))),
                Relay.NONE,
                new Ports(ports),
                new Network(Network.Line.DIRECT, Network.Address.STATIC),
                Ddns.NONE,
                Tls.SELF_SIGNED,
                Storage.DEFAULT,
                Notifications.NOBODY,
                Incoming.USUAL,
                Setup.CLOSED,
                Backup.NONE);
    }
}
