package org.mailstation.daemon.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mailstation.control.Ban;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/**
 * Who is shut out, which is no trouble but good to know; and whose device has not been told a new
 * password, which its owner would wonder about.
 */
public final class GuardFindings {
    private static final int MOST_NAMED = 5;

    private GuardFindings() {}

    public static List<Finding> of(Guard guard, Instant now) {
        List<Finding> all = new ArrayList<>();
        all.add(bans(guard.bans(), now));
        guard.oldPasswords().devices().stream()
                .limit(MOST_NAMED)
                .forEach(device -> all.add(device(device, now)));
        return all;
    }

    private static Finding bans(List<Ban> bans, Instant now) {
        String some =
                bans.stream().limit(MOST_NAMED).map(Ban::address).collect(Collectors.joining(", "));
        Observation seen =
                Observation.onNas("bans", Hop.DAEMON, "who is shut out for a time", some, now);
        return seen.pass(
                bans.isEmpty() ? Text.of("bans.nobody") : Text.of("bans.some", bans.size()));
    }

    private static Finding device(OldPasswords.Device device, Instant now) {
        return Observation.onNas(
                        "old-password:" + device.account() + " " + device.address(),
                        Hop.DAEMON,
                        "logins from " + device.address(),
                        "the same wrong password " + device.times() + " times",
                        now)
                .warn(
                        Severity.WARNING,
                        Text.of(
                                "bans.old-password",
                                device.address(),
                                device.account(),
                                device.times()),
                        null);
    }
}
