package org.mailstation.daemon.forwarding;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.lan.DefaultRoutes;
import org.mailstation.lan.HomeAddress6;
import org.mailstation.lan.LocalLans;
import org.mailstation.router.pcp.Nonce;
import org.mailstation.router.search.RouterSearch;
import org.mailstation.router.search.RoutersFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The network that this computer really is in. */
public final class LocalHome implements Home {
    private static final Logger LOG = LoggerFactory.getLogger(LocalHome.class);

    private final RouterSearch search;

    public LocalHome(Nonce nonce) {
        this.search = RouterSearch.usual(nonce);
    }

    @Override
    public Place place() {
        try {
            return new Place(LocalLans.now(), gateways());
        } catch (IOException untold) {
            LOG.warn("This computer does not tell its networks", untold);
            return new Place(List.of(), List.of());
        }
    }

    /** Where the system does not tell it as Linux does, only routers with UPnP are found. */
    private static List<Inet4Address> gateways() {
        try {
            return DefaultRoutes.read(DefaultRoutes.LINUX);
        } catch (IOException notLinux) {
            LOG.debug("No table of routes", notLinux);
            return List.of();
        }
    }

    @Override
    public @Nullable Inet6Address six() {
        return HomeAddress6.linux().find().orElse(null);
    }

    @Override
    public RoutersFound search(Place place) {
        return search.find(place.lans(), place.gateways());
    }
}
