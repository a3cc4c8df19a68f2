package org.mailstation.router;

import java.net.Inet6Address;
import java.time.Duration;

/**
 * Doors in the router's firewall for IPv6, where it offers them; UPnP WANIPv6FirewallControl:1.
 * Without an answer nobody can tell whether such a door is open.
 */
public interface Pinholes {
    /**
     * The firewall.
     *
     * @param on whether it keeps anything out
     * @param takesWishes whether it lets computers at home open doors
     */
    record Firewall(boolean on, boolean takesWishes) {}

    /** 2.5.1. */
    RouterAnswer<Firewall> firewall();

    /**
     * Lets everybody reach one TCP port of this computer; 2.5.3.
     *
     * @param lease 1 second to 1 day
     * @return the number of this door, for the other methods
     */
    RouterAnswer<Integer> open(Inet6Address own, int port, Duration lease);

    /** Keeps it open for longer; 2.5.4. */
    RouterAnswer<Boolean> renew(int door, Duration lease);

    /** 2.5.5. */
    RouterAnswer<Boolean> close(int door);
}
