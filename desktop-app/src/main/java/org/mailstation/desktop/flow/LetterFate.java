package org.mailstation.desktop.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mailstation.control.Trace;
import org.mailstation.control.TraceStep;
import org.mailstation.finding.Health;

/** What became of a letter, in one sign. */
public final class LetterFate {

    private LetterFate() {}

    /** The worst of what became of it last for each recipient. */
    public static Health of(Trace letter) {
        Map<String, TraceStep> last = new LinkedHashMap<>();
        for (TraceStep step : letter.steps()) {
            if (says(step)) {
                last.put(step.to(), step);
            }
        }
        Health worst = last.isEmpty() ? Health.UNKNOWN : Health.FINE;
        for (TraceStep step : last.values()) {
            Health one = of(step);
            if (one == Health.BROKEN || worst == Health.FINE) {
                worst = one;
            }
        }
        return worst;
    }

    /** Some steps are only on the way to another one. */
    private static boolean says(TraceStep step) {
        return switch (step.kind()) {
            case RULED, ANSWERED, RELAYED -> false;
            case REFUSED, DELIVERED, QUEUED, SENT, DELAYED, RETURNED, DISCARDED -> true;
        };
    }

    /** How good one step is. */
    public static Health of(TraceStep step) {
        return switch (step.kind()) {
            case DELIVERED, SENT, DISCARDED, RULED, ANSWERED, RELAYED -> Health.FINE;
            case QUEUED, DELAYED -> Health.ATTENTION;
            case REFUSED, RETURNED -> Health.BROKEN;
        };
    }
}
