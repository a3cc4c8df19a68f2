package org.mailstation.desktop.draft;

import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;

/** How letters come in and go out, as far as the line at home allows it. */
public enum Arrangement {
    /** in and out by the line itself */
    DIRECT(Relay.Use.NEVER),
    /** in and out by the line; what others refuse goes through a relay */
    RELAY_IF_REFUSED(Relay.Use.WHEN_REFUSED),
    /** in by the line, out through a relay */
    RELAY_OUT(Relay.Use.ALWAYS),
    /** nothing can come in from the Internet; out through a relay */
    RELAY_ONLY(Relay.Use.ALWAYS);

    private final Relay.Use use;

    Arrangement(Relay.Use use) {
        this.use = use;
    }

    /** When letters take the way through the relay. */
    public Relay.Use relay() {
        return use;
    }

    /** Whether a relay must be named. */
    public boolean wantsRelay() {
        return use != Relay.Use.NEVER;
    }

    /** The one that a configuration stands for. */
    public static Arrangement of(StationConfig config) {
        return switch (config.relay().use()) {
            case NEVER -> DIRECT;
            case WHEN_REFUSED -> RELAY_IF_REFUSED;
            case ALWAYS ->
                    config.ports().of(Service.SMTP).open() == Port.Open.INTERNET
                            ? RELAY_OUT
                            : RELAY_ONLY;
        };
    }

    /** The same entrances, with other servers let in or not. */
    Ports on(Ports ports) {
        Port smtp = ports.of(Service.SMTP);
        Port.Open open = this == RELAY_ONLY ? Port.Open.LAN : Port.Open.INTERNET;
        return ports.with(Service.SMTP, new Port(smtp.number(), smtp.external(), open));
    }
}
