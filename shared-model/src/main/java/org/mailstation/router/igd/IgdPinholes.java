package org.mailstation.router.igd;

import java.net.Inet6Address;
import java.time.Duration;
import java.util.Map;
import org.mailstation.router.Pinholes;
import org.mailstation.router.RouterAnswer;

/** A router's WANIPv6FirewallControl:1. */
final class IgdPinholes implements Pinholes {
    private static final String TCP = "6";

    private final Soap soap;

    IgdPinholes(Soap soap) {
        this.soap = soap;
    }

    @Override
    public RouterAnswer<Firewall> firewall() {
        return soap.call("GetFirewallStatus")
                .then(
                        values ->
                                values.containsKey("FirewallEnabled")
                                        ? new RouterAnswer.Given<>(
                                                new Firewall(
                                                        flag(values, "FirewallEnabled"),
                                                        flag(values, "InboundPinholeAllowed")))
                                        : new RouterAnswer.Garbled<>("no FirewallEnabled"));
    }

    /** UPnP Device Architecture 1.1, 2.5: boolean. */
    private static boolean flag(Map<String, String> values, String name) {
        String value = values.getOrDefault(name, "");
        return value.equals("1") || value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes");
    }

    @Override
    public RouterAnswer<Integer> open(Inet6Address own, int port, Duration lease) {
        return soap.call(
                        "AddPinhole",
                        "RemoteHost",
                        "",
                        "RemotePort",
                        "0",
                        "InternalClient",
                        withoutZone(own),
                        "InternalPort",
                        String.valueOf(port),
                        "Protocol",
                        TCP,
                        "LeaseTime",
                        String.valueOf(lease.toSeconds()))
                .then(
                        values -> {
                            String door = values.getOrDefault("UniqueID", "");
                            return door.matches("\\d{1,5}")
                                    ? new RouterAnswer.Given<>(Integer.parseInt(door))
                                    : new RouterAnswer.Garbled<>("no UniqueID");
                        });
    }

    private static String withoutZone(Inet6Address address) {
        String literal = address.getHostAddress();
        int zone = literal.indexOf('%');
        return zone < 0 ? literal : literal.substring(0, zone);
    }

    @Override
    public RouterAnswer<Boolean> renew(int door, Duration lease) {
        return soap.call(
                        "UpdatePinhole",
                        "UniqueID",
                        String.valueOf(door),
                        "NewLeaseTime",
                        String.valueOf(lease.toSeconds()))
                .then(_ -> new RouterAnswer.Given<>(true));
    }

    @Override
    public RouterAnswer<Boolean> close(int door) {
        return soap.call("DeletePinhole", "UniqueID", String.valueOf(door))
                .then(_ -> new RouterAnswer.Given<>(true));
    }
}
