package org.mailstation.daemon.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Relay;
import org.mailstation.daemon.assurance.Assurance;
import org.mailstation.daemon.assurance.Demand;
import org.mailstation.daemon.assurance.Protection;

/**
 * Servers to hand a letter to, the best first.
 *
 * @param tlsAtOnce TLS from the first byte; else STARTTLS
 * @param assurance what each server must show
 * @param login for a relay; {@code null}: none
 */
record Route(
        List<String> hosts,
        int port,
        boolean tlsAtOnce,
        Assurance assurance,
        @Nullable Login login) {
    record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    Route {
        hosts = List.copyOf(hosts);
    }

    /** To the servers of a domain. */
    static Route direct(List<String> hosts, int port, Assurance assurance) {
        return new Route(hosts, port, false, assurance, null);
    }

    /** To the relay, which must prove its name before it hears a password. */
    static Route relay(Relay relay, @Nullable Login login) {
        return new Route(
                List.of(relay.host()),
                relay.port(),
                relay.security() == Relay.Security.TLS,
                _ -> new Demand.Named(Protection.PROVEN),
                login);
    }
}
