package org.mailstation.daemon.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Servers to hand a letter to, the best first.
 *
 * @param login for a relay; {@code null}: none
 */
record Route(List<String> hosts, int port, Encryption encryption, @Nullable Login login) {
    enum Encryption {
        /** STARTTLS where offered, whoever it is; in clear otherwise (RFC 7435) */
        IF_OFFERED,
        /** STARTTLS with a good certificate, or nothing */
        STARTTLS,
        /** TLS from the first byte with a good certificate */
        TLS
    }

    record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    Route {
        hosts = List.copyOf(hosts);
    }
}
