package org.mailstation.daemon.status;

import java.time.Instant;
import org.mailstation.config.Port;
import org.mailstation.control.ListenerStatus;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Does a service that is switched on listen? */
final class ListenerCheck {
    private ListenerCheck() {}

    static Finding check(ListenerStatus listener, Instant now) {
        String key = listener.service().key();
        String name = listener.service().name();
        String answered =
                listener.bound() == 0 ? listener.error() : "listening on " + listener.bound();
        Observation found =
                Observation.onNas(
                        "listener." + key,
                        Hop.DAEMON,
                        "listener " + key + " " + listener.configured(),
                        answered,
                        now);
        if (listener.open() == Port.Open.OFF) {
            return found.pass(Text.of("listener.off", name));
        }
        if (listener.bound() != 0) {
            return found.pass(Text.of("listener.up", name, String.valueOf(listener.bound())));
        }
        String port = String.valueOf(listener.configured());
        return found.fail(
                Severity.ERROR,
                Text.of("listener.down", name, port),
                new Remedy.ChangeSetting(
                        Text.of("listener.down.remedy", port), "ports." + key + ".port", ""));
    }
}
