package org.mailstation.daemon.watch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailstation.control.Trouble;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Verdict;

/** What is not as it should be, by the names of the checks. */
record Troubles(Map<String, Trouble> byCheck) {
    static final Troubles NONE = new Troubles(Map.of());

    static Troubles of(List<Trouble> all) {
        Map<String, Trouble> byCheck = new LinkedHashMap<>();
        all.forEach(one -> byCheck.put(one.check(), one));
        return new Troubles(byCheck);
    }

    /**
     * What is seen now. Where a check could not tell, what was known before still counts: that is
     * neither the end of a trouble nor a new one.
     */
    static Troubles now(List<Finding> findings, Troubles before) {
        Map<String, Trouble> byCheck = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Trouble known = before.byCheck().get(finding.check());
            if (finding.verdict() == Verdict.UNKNOWN) {
                if (known != null) {
                    byCheck.putIfAbsent(finding.check(), known);
                }
            } else if (isTrouble(finding)) {
                byCheck.put(finding.check(), new Trouble(finding.check(), finding.sentence()));
            }
        }
        return new Troubles(byCheck);
    }

    static boolean isTrouble(Finding finding) {
        Health health = Health.of(List.of(finding));
        return health == Health.BROKEN || health == Health.ATTENTION;
    }

    List<Trouble> all() {
        return List.copyOf(byCheck.values());
    }

    /** Those that the others do not have. Figures in a sentence may change every minute. */
    List<Trouble> without(Troubles others) {
        return byCheck.values().stream().filter(one -> !others.has(one)).toList();
    }

    /** Those whose check is not among the others at all. */
    List<Trouble> goneFrom(Troubles others) {
        return byCheck.values().stream()
                .filter(one -> !others.byCheck().containsKey(one.check()))
                .toList();
    }

    boolean sameAs(Troubles others) {
        return without(others).isEmpty() && goneFrom(others).isEmpty() && size() == others.size();
    }

    private int size() {
        return byCheck.size();
    }

    private boolean has(Trouble other) {
        Trouble mine = byCheck.get(other.check());
        return mine != null && mine.sentence().key().equals(other.sentence().key());
    }
}
