package org.mailstation.daemon.check;

import java.util.List;
import org.mailstation.check.NamedCheck;
import org.mailstation.check.Scene;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Vantage;

/** A check that only the NAS can make. */
abstract class NasCheck extends NamedCheck {
    NasCheck(String name, Hop hop) {
        super(name, hop, Vantage.NAS);
    }

    /** One look at the whole. */
    Observation seen(Scene scene, String asked, String answered) {
        return new Observation(name(), hop(), List.of(scene.evidence(asked, answered)));
    }

    /**
     * A look at one of several things.
     *
     * @param about which, for example {@code smtp}
     */
    Observation seen(Scene scene, String about, String asked, String answered) {
        return new Observation(
                name() + ":" + about, hop(), List.of(scene.evidence(asked, answered)));
    }

    Observation seen(List<Evidence> evidence) {
        return new Observation(name(), hop(), evidence);
    }
}
