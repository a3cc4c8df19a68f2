package org.mailstation.finding;

import java.util.Collection;
import java.util.Comparator;

/** The four colours that map, tray, report and command line show. */
public enum Health {
    FINE,
    ATTENTION,
    BROKEN,
    UNKNOWN;

    /** The one to act on first is the greatest, as in {@link #of(Collection)}. */
    public static final Comparator<Health> BY_GRAVITY = Comparator.comparingInt(Health::rank);

    /**
     * The health that a set of findings amounts to. No findings at all mean that nobody looked:
     * {@link #UNKNOWN}.
     */
    public static Health of(Collection<Finding> findings) {
        Health worst = findings.isEmpty() ? UNKNOWN : FINE;
        for (Finding finding : findings) {
            worst = worse(worst, of(finding));
        }
        return worst;
    }

    static Health of(Finding finding) {
        boolean matters = finding.severity().compareTo(Severity.WARNING) >= 0;
        return switch (finding.verdict()) {
            case PASS, NOT_APPLICABLE -> FINE;
            case WARN -> matters ? ATTENTION : FINE;
            case FAIL ->
                    switch (finding.severity()) {
                        case INFORMATION -> FINE;
                        case WARNING -> ATTENTION;
                        case ERROR, CRITICAL -> BROKEN;
                    };
            case UNKNOWN -> matters ? UNKNOWN : FINE;
        };
    }

    /**
     * Broken beats unknown: one known fault is reason enough to act. Unknown beats attention: it
     * may hide a fault.
     */
    private static Health worse(Health a, Health b) {
        return rank(a) >= rank(b) ? a : b;
    }

    private static int rank(Health health) {
        return switch (health) {
            case FINE -> 0;
            case ATTENTION -> 1;
            case UNKNOWN -> 2;
            case BROKEN -> 3;
        };
    }
}
