package org.mailstation.daemon.watch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    static Troubles now(List<Finding> findings, Troubles before, Instant at) {
        Map<String, Trouble> byCheck = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Trouble known = before.get(finding.check());
            if (finding.verdict() == Verdict.UNKNOWN) {
                if (known != null) {
                    byCheck.putIfAbsent(finding.check(), known);
                }
            } else if (isTrouble(finding)) {
                byCheck.put(
                        finding.check(),
                        Trouble.begun(
                                finding.check(),
                                finding.sentence(),
                                Health.of(List.of(finding)),
                                at));
            }
        }
        return new Troubles(byCheck);
    }

    /** With those of the others that come from these checks, unless they have been looked at. */
    Troubles keeping(Troubles others, Set<String> checks, List<Finding> findings) {
        Set<String> looked = findings.stream().map(Finding::check).collect(Collectors.toSet());
        Map<String, Trouble> all = new LinkedHashMap<>(byCheck);
        others.byCheck().values().stream()
                .filter(one -> checks.contains(one.check()) && !looked.contains(one.check()))
                .forEach(one -> all.putIfAbsent(one.check(), one));
        return new Troubles(all);
    }

    static boolean isTrouble(Finding finding) {
        Health health = Health.of(List.of(finding));
        return health == Health.BROKEN || health == Health.ATTENTION;
    }

    List<Trouble> all() {
        return List.copyOf(byCheck.values());
    }

    /** What they amount to. */
    Health health() {
        return byCheck.values().stream()
                .map(one -> one.health() == null ? Health.ATTENTION : one.health())
                .max(Health.BY_GRAVITY)
                .orElse(Health.FINE);
    }

    @Nullable Trouble get(String check) {
        return byCheck.get(check);
    }

    /** Whether both are the same. Figures in a sentence may change every minute. */
    static boolean same(@Nullable Trouble one, @Nullable Trouble other) {
        return one == null || other == null
                ? one == other
                : one.sentence().key().equals(other.sentence().key());
    }
}
