package org.mailstation.desktop.check;

import java.time.Instant;
import java.util.List;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

/** Whether this computer is outside, as the person says: one that is not would see nothing. */
final class Outing {
    private static final String NAME = "hotspot";

    private Outing() {}

    static Finding nothingKnown(Instant now) {
        return new Observation(
                        NAME,
                        Hop.SENDER,
                        List.of(new Evidence(Vantage.PC, "last look at home", "none", now)))
                .unknown(Severity.ERROR, Text.of("hotspot.nothing-known"));
    }

    static Finding judge(Absence.Whereabouts where) {
        Observation seen = new Observation(NAME, Hop.SENDER, where.evidence());
        return where.home()
                ? seen.fail(Severity.ERROR, Text.of("hotspot.at-home", where.here()), null)
                : seen.pass(Text.of("hotspot.outside", where.here()));
    }
}
