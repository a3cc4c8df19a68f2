package org.mailstation.daemon.status;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.mailstation.config.Relay;
import org.mailstation.control.RelayedDestination;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Who gets letters through the relay, since without it they were refused. Nothing is wrong. */
public final class RelayedCheck {
    private RelayedCheck() {}

    /** One finding a destination; none where the relay is not used that way. */
    public static List<Finding> check(Relay relay, List<RelayedDestination> destinations) {
        return relay.use() == Relay.Use.WHEN_REFUSED
                ? destinations.stream().map(one -> finding(relay, one)).toList()
                : List.of();
    }

    private static Finding finding(Relay relay, RelayedDestination one) {
        boolean all = one.destination().equals(RelayedDestination.EVERYWHERE);
        Observation seen =
                Observation.onNas(
                        "relay.instead:" + (all ? "all" : one.destination()),
                        Hop.ISP,
                        all
                                ? "letters, directly"
                                : "letters to " + one.destination() + ", directly",
                        one.reason(),
                        one.since());
        Text sentence =
                all
                        ? Text.of("relayed.all", relay.host(), day(one.since()), day(one.until()))
                        : Text.of(
                                "relayed.one",
                                one.destination(),
                                relay.host(),
                                day(one.since()),
                                day(one.until()),
                                one.reason());
        return seen.warn(Severity.INFORMATION, sentence, null);
    }

    private static String day(Instant moment) {
        return moment.atZone(ZoneId.systemDefault()).toLocalDate().toString();
    }
}
