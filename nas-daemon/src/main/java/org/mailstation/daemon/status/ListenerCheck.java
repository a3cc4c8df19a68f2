package org.mailstation.daemon.status;

import java.time.Instant;
import org.mailstation.check.TakenPort;
import org.mailstation.check.TakenPort.Holder;
import org.mailstation.config.Port;
import org.mailstation.control.ListenerStatus;
import org.mailstation.daemon.box.PortOwner;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Does a service that is switched on listen? */
final class ListenerCheck {
    private ListenerCheck() {}

    /**
     * @param owners who holds a port that is not ours
     */
    static Finding check(ListenerStatus listener, PortOwner owners, Instant now) {
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
        return owners.of(listener.configured())
                .map(owner -> taken(listener, owner, now))
                .orElseGet(() -> down(found, listener));
    }

    private static Finding taken(ListenerStatus listener, Holder holder, Instant now) {
        int port = listener.configured();
        String who =
                switch (holder) {
                    case Holder.Ours(long pid, String folder) ->
                            "mailstationd (" + pid + ") --data " + folder;
                    case Holder.Package one -> "the package " + one.id();
                    case Holder.Program(String name, long pid, String _) -> name + " (" + pid + ")";
                    case Holder.User(String name) -> "a program of the user " + name;
                };
        Observation found =
                Observation.onNas(
                        "listener." + listener.service().key(),
                        Hop.DAEMON,
                        "who listens on port " + port,
                        who + "; " + listener.error(),
                        now);
        return new TakenPort(listener.service().name(), port).finding(found, holder);
    }

    private static Finding down(Observation found, ListenerStatus listener) {
        String key = listener.service().key();
        String name = listener.service().name();
        String port = String.valueOf(listener.configured());
        return found.fail(
                Severity.ERROR,
                Text.of("listener.down", name, port),
                new Remedy.ChangeSetting(
                        Text.of("listener.down.remedy", port), "ports." + key + ".port", ""));
    }
}
