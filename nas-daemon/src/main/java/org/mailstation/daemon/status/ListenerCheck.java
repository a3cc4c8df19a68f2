package org.mailstation.daemon.status;

import java.time.Instant;
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

    private static Finding taken(ListenerStatus listener, PortOwner.Owner owner, Instant now) {
        String key = listener.service().key();
        String port = String.valueOf(listener.configured());
        boolean named = !owner.program().isEmpty();
        String who = named ? owner.program() : owner.user();
        Observation found =
                Observation.onNas(
                        "listener." + key,
                        Hop.DAEMON,
                        "who listens on port " + port,
                        (named ? who : "a program of the user " + who) + "; " + listener.error(),
                        now);
        String sentence = named ? "listener.taken" : "listener.taken.user";
        return found.fail(
                Severity.ERROR,
                Text.of(sentence, listener.service().name(), port, who),
                new Remedy.RunOnNas(
                        Text.of(
                                named ? "listener.taken.remedy" : "listener.down.remedy",
                                port,
                                who),
                        owner.remedy()));
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
