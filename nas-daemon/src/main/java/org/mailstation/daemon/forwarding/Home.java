package org.mailstation.daemon.forwarding;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.lan.Lan;
import org.mailstation.router.search.RoutersFound;

/** The network around the NAS. */
public interface Home {
    /**
     * Where the NAS stands.
     *
     * @param lans the networks that it is part of
     * @param gateways its ways out
     */
    record Place(List<Lan> lans, List<Inet4Address> gateways) {
        public Place {
            lans = List.copyOf(lans);
            gateways = List.copyOf(gateways);
        }
    }

    /** Asks nobody. */
    Place place();

    /** The address for IPv6 under which the NAS can be reached for long, or {@code null}. */
    default @Nullable Inet6Address six() {
        return null;
    }

    /** Takes some seconds. */
    RoutersFound search(Place place);
}
