package org.mailstation.probe;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.mailstation.config.Service;

/** Knocks at mail ports. */
@FunctionalInterface
public interface Doors {
    /**
     * Connects, reads the greeting, and starts TLS the way this service does: from the first byte,
     * by STARTTLS (RFC 3207, RFC 9051 6.2.1) or by STLS (RFC 2595 4). Says goodbye; never signs in.
     *
     * @param name that is asked for by SNI, and that the certificate should be for
     * @param patience for the whole conversation
     */
    DoorAnswer knock(Service service, InetSocketAddress where, String name, Duration patience);
}
