package org.mailstation.config.diff;

import org.mailstation.config.Ddns;
import org.mailstation.config.Network;
import org.mailstation.config.Relay;
import org.mailstation.text.Text;

/** The line, the relay and the service for changing addresses. */
final class OutsideDiff {
    private OutsideDiff() {}

    static void relay(Relay from, Relay to, Changes changes) {
        Text way =
                switch (to.use()) {
                    case NEVER -> Text.of("effect.relay.never");
                    case WHEN_REFUSED -> Text.of("effect.relay.when-refused", to.host());
                    case ALWAYS -> Text.of("effect.relay.always", to.host());
                };
        changes.setting("relay.use", from.use(), to.use(), way);
        Text[] password =
                to.user().isEmpty()
                        ? new Text[0]
                        : new Text[] {Text.of("effect.relay.password", to.user(), to.host())};
        changes.setting("relay.host", from.host(), to.host(), password);
        changes.setting("relay.port", from.port(), to.port());
        changes.setting("relay.security", from.security(), to.security());
        changes.setting("relay.user", from.user(), to.user(), password);
    }

    static void network(Network from, Network to, Changes changes) {
        Text line =
                switch (to.line()) {
                    case BEHIND_ROUTER -> Text.of("effect.network.router");
                    case DIRECT -> Text.of("effect.network.direct");
                };
        changes.setting("network.line", from.line(), to.line(), line);
        Text address =
                switch (to.address()) {
                    case STATIC -> Text.of("effect.network.static");
                    case DYNAMIC -> Text.of("effect.network.dynamic");
                };
        changes.setting("network.address", from.address(), to.address(), address);
    }

    static void ddns(Ddns from, Ddns to, Changes changes) {
        Text password =
                to.provider().isEmpty()
                        ? Text.of("effect.ddns.none", from.host())
                        : Text.of("effect.ddns.password", to.provider());
        changes.setting("ddns.provider", from.provider(), to.provider(), password);
        Text follows =
                to.host().isEmpty()
                        ? Text.of("effect.ddns.none", from.host())
                        : Text.of("effect.ddns.host", to.host());
        changes.setting("ddns.host", from.host(), to.host(), follows);
        changes.setting("ddns.user", from.user(), to.user(), password);
        changes.setting("ddns.server", from.server(), to.server(), password);
    }
}
