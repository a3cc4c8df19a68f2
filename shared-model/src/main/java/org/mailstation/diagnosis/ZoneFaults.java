package org.mailstation.diagnosis;

import java.util.Set;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Verdict;

/** What a fault of a whole zone does to its records, and records to each other. */
final class ZoneFaults {
    private ZoneFaults() {}

    /**
     * Whether a broken zone is enough to explain what was found of a record: that it cannot be told
     * or is contradicted always is; that it is wrong, only if nothing of the zone is left.
     */
    static boolean breaks(Finding zone, Finding other) {
        if (other.verdict() == Verdict.UNKNOWN || other.sentence().key().equals("dns.different")) {
            return true;
        }
        return zone.severity() == Severity.CRITICAL
                && isIn(Subject.of(other).about(), Subject.of(zone).about());
    }

    /** The name is gone, not only due to be paid soon. */
    static boolean isOver(Finding life, Finding servers) {
        return life.severity() == Severity.CRITICAL
                && isIn(Subject.of(servers).about(), Subject.of(life).about());
    }

    /**
     * SPF by {@code mx} allows whoever the other records lead to (RFC 7208 5.4): where those are
     * wrong, it seems to forbid the home. A mistake in the SPF record itself is not explained so.
     */
    static boolean isOnlyForbidden(Finding name, Finding spf) {
        String about = Subject.of(name).about();
        if (!about.isEmpty() && !about.equals(Subject.of(spf).about())) {
            return false;
        }
        return spf.verdict() == Verdict.UNKNOWN
                || Set.of("dns.spf.forbidden", "dns.spf.neutral").contains(spf.sentence().key());
    }

    /** What is about no name in particular may be about this one. */
    private static boolean isIn(String name, String zone) {
        return name.isEmpty()
                || zone.isEmpty()
                || name.equals(zone)
                || name.endsWith("." + zone)
                || !name.contains(".");
    }
}
