package org.mailstation.daemon.forwarding;

import java.net.Inet4Address;
import java.util.List;
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

    /** Takes some seconds. */
    RoutersFound search(Place place);
}
