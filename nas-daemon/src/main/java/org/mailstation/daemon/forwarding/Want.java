package org.mailstation.daemon.forwarding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Network;
import org.mailstation.config.Port;
import org.mailstation.config.Service;
import org.mailstation.config.StationConfig;
import org.mailstation.control.ListenerStatus;
import org.mailstation.router.Wish;

/**
 * A service that shall be reached from the Internet.
 *
 * @param internal where it listens; 0: it does not
 */
public record Want(Service service, int external, int internal) {
    /** Begins every name in the router's list, so that a person knows whose they are. */
    static final String NAME = "Mail Station";

    /** What a configuration asks of the router; nothing, where there is none before the NAS. */
    public static List<Want> of(StationConfig config, List<ListenerStatus> listeners) {
        if (config.network().line() == Network.Line.DIRECT) {
            return List.of();
        }
        return listeners.stream()
                .filter(one -> one.open() == Port.Open.INTERNET)
                .map(one -> of(one, config.ports().of(one.service())))
                .toList();
    }

    private static Want of(ListenerStatus listener, Port port) {
        return new Want(listener.service(), port.external(), listener.bound());
    }

    /** {@code null} if there is nothing to lead to. */
    @Nullable Wish wish() {
        return internal == 0 ? null : wish(external, internal);
    }

    static Wish wish(int external, int internal) {
        return new Wish(external, internal, NAME);
    }
}
