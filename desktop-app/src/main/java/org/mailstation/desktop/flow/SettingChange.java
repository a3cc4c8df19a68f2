package org.mailstation.desktop.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailstation.config.Alias;
import org.mailstation.config.Port;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;

/** Settings that a remedy may change, by their field. */
final class SettingChange {

    private static final String RELAY = "relay.use";
    private static final String ALIASES = "aliases";
    private static final String PORTS = "ports.";
    private static final String OPEN = ".open";

    private SettingChange() {}

    static boolean knows(String field) {
        return field.equals(RELAY) || field.equals(ALIASES) || service(field).isPresent();
    }

    private static Optional<Service> service(String field) {
        return field.startsWith(PORTS) && field.endsWith(OPEN)
                ? Arrays.stream(Service.values())
                        .filter(one -> field.equals(PORTS + one.key() + OPEN))
                        .findFirst()
                : Optional.empty();
    }

    /** The configuration with another value; the same if this program does not know the value. */
    static StationConfig on(StationConfig config, String field, String value) {
        return switch (field) {
            case RELAY ->
                    word(Relay.Use.values(), value)
                            .map(use -> config.withRelay(used(config.relay(), use)))
                            .orElse(config);
            case ALIASES -> config.withAliases(added(config, value));
            default -> port(config, field, value);
        };
    }

    private static Relay used(Relay relay, Relay.Use use) {
        return new Relay(use, relay.host(), relay.port(), relay.security(), relay.user());
    }

    /** The new address leads to the first mailbox, which is the one of whoever set up the mail. */
    private static List<Alias> added(StationConfig config, String address) {
        List<Alias> aliases = new ArrayList<>(config.aliases());
        config.accounts().stream()
                .findFirst()
                .ifPresent(one -> aliases.add(new Alias(address, List.of(one.address()))));
        return aliases;
    }

    private static StationConfig port(StationConfig config, String field, String value) {
        Optional<Service> service = service(field);
        Optional<Port.Open> open = word(Port.Open.values(), value);
        if (service.isEmpty() || open.isEmpty()) {
            return config;
        }
        Port now = config.ports().of(service.get());
        return config.withPorts(
                config.ports()
                        .with(service.get(), new Port(now.number(), now.external(), open.get())));
    }

    private static <E extends Enum<E>> Optional<E> word(E[] values, String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values).filter(one -> one.name().equals(name)).findFirst();
    }
}
