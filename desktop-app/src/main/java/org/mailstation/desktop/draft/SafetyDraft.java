package org.mailstation.desktop.draft;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.mailstation.config.Incoming;
import org.mailstation.config.Port;
import org.mailstation.config.Ports;
import org.mailstation.config.Relay;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.config.Tls;
import org.mailstation.control.Secret;

/**
 * What keeps mail safe and gets it through.
 *
 * @param tls where the certificate comes from
 * @param relay through which server letters leave, as typed; when it is used says the line
 * @param ports who may come in, and where
 * @param incoming what is done with letters of strangers; without its lists
 * @param lists the lists of senders of junk, as typed
 */
public record SafetyDraft(Tls tls, RelayDraft relay, Ports ports, Incoming incoming, String lists) {

    public static final SafetyDraft USUAL =
            new SafetyDraft(
                    Tls.SELF_SIGNED,
                    RelayDraft.NONE,
                    Ports.STANDARD,
                    Incoming.USUAL,
                    String.join(", ", Incoming.USUAL.blockLists()));

    /**
     * The relay as typed.
     *
     * @param secret its password; empty: the one that the station has
     */
    public record RelayDraft(
            String host, String port, Relay.Security security, String user, Secret secret) {

        static final RelayDraft NONE = of(Relay.NONE);

        static RelayDraft of(Relay relay) {
            return new RelayDraft(
                    relay.host(),
                    Integer.toString(relay.port()),
                    relay.security(),
                    relay.user(),
                    new Secret(""));
        }

        /** A known one; the login is kept. */
        public RelayDraft preset(RelayPreset preset) {
            return new RelayDraft(
                    preset.host(),
                    Integer.toString(preset.port()),
                    preset.security(),
                    user,
                    secret);
        }

        public RelayDraft withHost(String typed) {
            return new RelayDraft(typed, port, security, user, secret);
        }

        public RelayDraft withPort(String typed) {
            return new RelayDraft(host, typed, security, user, secret);
        }

        public RelayDraft withSecurity(Relay.Security chosen) {
            return new RelayDraft(host, port, chosen, user, secret);
        }

        public RelayDraft withUser(String typed) {
            return new RelayDraft(host, port, security, typed, secret);
        }

        public RelayDraft withSecret(String typed) {
            return new RelayDraft(host, port, security, user, new Secret(typed));
        }

        Relay relay(Relay.Use use) {
            return new Relay(
                    use, host.strip().toLowerCase(Locale.ROOT), number(), security, user.strip());
        }

        /** What is no number is no port either. */
        private int number() {
            String typed = port.strip();
            return typed.matches("\\d{1,5}") ? Integer.parseInt(typed) : -1;
        }
    }

    public static SafetyDraft of(StationConfig config) {
        return new SafetyDraft(
                config.tls(),
                RelayDraft.of(config.relay()),
                config.ports(),
                config.incoming(),
                String.join(", ", config.incoming().blockLists()));
    }

    public SafetyDraft withTls(Tls chosen) {
        return new SafetyDraft(chosen, relay, ports, incoming, lists);
    }

    public SafetyDraft withRelay(UnaryOperator<RelayDraft> change) {
        return new SafetyDraft(tls, change.apply(relay), ports, incoming, lists);
    }

    public SafetyDraft withOpen(Service service, Port.Open open) {
        Port now = ports.of(service);
        Port next = new Port(now.number(), now.external(), open);
        return new SafetyDraft(tls, relay, ports.with(service, next), incoming, lists);
    }

    public SafetyDraft withPorts(Ports other) {
        return new SafetyDraft(tls, relay, other, incoming, lists);
    }

    /** Whether the station listens below 1024, for which a NAS has to give it a right. */
    public boolean needsRight() {
        return ports.needRight();
    }

    /** With the usual ports, or with others that need no right on the NAS. */
    public SafetyDraft withRightTo(boolean lowPorts) {
        return withPorts(lowPorts ? ports.withRight() : ports.withoutRight());
    }

    public SafetyDraft withIncoming(UnaryOperator<Incoming> change) {
        return new SafetyDraft(tls, relay, ports, change.apply(incoming), lists);
    }

    public SafetyDraft withLists(String typed) {
        return new SafetyDraft(tls, relay, ports, incoming, typed);
    }

    /** As the configuration holds it. */
    Incoming wholeIncoming() {
        List<String> names =
                Arrays.stream(lists.toLowerCase(Locale.ROOT).split("[,;\\s]+"))
                        .filter(one -> !one.isBlank())
                        .toList();
        return new Incoming(incoming.dmarc(), incoming.greylisting(), incoming.learning(), names);
    }
}
