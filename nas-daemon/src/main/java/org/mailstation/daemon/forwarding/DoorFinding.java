package org.mailstation.daemon.forwarding;

import java.net.Inet6Address;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Does the router let letters in by IPv6 as well? Without it they come by IPv4. */
final class DoorFinding {
    private DoorFinding() {}

    /**
     * @param page the router's settings; empty if not known
     */
    static Optional<Finding> of(Doors.Seen seen, String page, Instant at) {
        Inet6Address own = seen.own();
        if (own == null) {
            return Optional.empty();
        }
        String address = own.getHostAddress();
        String ports = seen.ports().stream().map(String::valueOf).collect(Collectors.joining(", "));
        Observation found =
                Observation.onNas(
                        "forwarding.ipv6",
                        Hop.ROUTER,
                        "IPv6 firewall for " + address,
                        seen.words(),
                        at);
        Remedy byHand =
                new Remedy.RouterStep(
                        Text.of(
                                "forwarding.ipv6.remedy",
                                page.isEmpty() ? "?" : page,
                                address,
                                ports));
        return switch (seen.state()) {
            case NOTHING -> Optional.empty();
            case OPEN -> Optional.of(found.pass(Text.of("forwarding.ipv6.open", address)));
            case NO_FIREWALL ->
                    Optional.of(found.pass(Text.of("forwarding.ipv6.no-firewall", address)));
            case CLOSED ->
                    Optional.of(
                            found.warn(
                                    Severity.INFORMATION,
                                    Text.of("forwarding.ipv6.closed"),
                                    byHand));
            case UNKNOWN ->
                    Optional.of(
                            found.unknown(
                                    Severity.INFORMATION,
                                    Text.of("forwarding.ipv6.unknown"),
                                    byHand));
            case OTHER_PORT ->
                    Optional.of(
                            found.warn(
                                    Severity.INFORMATION,
                                    Text.of("forwarding.ipv6.other-port"),
                                    null));
        };
    }
}
