package org.mailstation.daemon.state;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mailstation.config.Backup;
import org.mailstation.config.Ddns;
import org.mailstation.config.Incoming;
import org.mailstation.config.Network;
import org.mailstation.config.Notifications;
import org.mailstation.config.Parsed;
import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Problem;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.Setup;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Storage;
import org.mailstation.config.Tls;
import org.mailstation.text.Text;

/**
 * A file format for tests: the text {@code host NAME} is a configuration with that host name,
 * anything else is faulty.
 */
public final class TinyConfigs {
    private TinyConfigs() {}

    public static Parsed<StationConfig> read(String text) {
        String line = text.strip();
        return line.startsWith("host ")
                ? new Parsed.Valid<>(named(line.substring(5)))
                : new Parsed.Invalid<>(
                        List.of(new Problem("host-name", 1, Text.of("test.not-a-host", line))));
    }

    public static StationConfig named(String hostName) {
        Map<Service, Port> ports = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            ports.put(service, new Port(0, service.standardPort(), Port.Open.LAN));
        }
        return new StationConfig(
                hostName,
                List.of("example.org"),
                List.of(),
                List.of(),
                Relay.NONE,
                new Ports(ports),
                new Network(Network.Line.BEHIND_ROUTER, Network.Address.DYNAMIC),
                Ddns.NONE,
                Tls.SELF_SIGNED,
                Storage.DEFAULT,
                Notifications.NOBODY,
                Incoming.USUAL,
                Setup.CLOSED,
                Backup.NONE);
    }
}
