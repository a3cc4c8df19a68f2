package org.mailstation.desktop.surroundings;

import java.net.Inet4Address;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.lan.Lan;
import org.mailstation.router.PortMapper;

/** What is around this computer now. */
public interface Surroundings {
    /** The networks that it is part of, without tunnels. Asks nobody. */
    List<Lan> lans();

    /** The routers by which it reaches everything else; none where the system does not tell. */
    List<Inet4Address> gateways();

    /** Routers that tell about their ports, the most talkative first; takes up to 4 seconds. */
    List<PortMapper> routers();

    /** Its way to the Internet, or {@code null} if it has none. Asks nobody. */
    @Nullable WayOut wayOut();

    /**
     * A way to the Internet.
     *
     * @param device as the system calls it
     * @param tunnel whether it leads through somebody else's network, as a VPN
     */
    record WayOut(String device, boolean tunnel) {}
}
