package org.mailstation.desktop.flow;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Verdict;

/** How everything stood before something was changed. */
final class Standing {
    private final Map<String, Verdict> before;
    private final boolean blind;

    Standing(List<Finding> before) {
        this.blind =
                before.isEmpty() || before.stream().anyMatch(Checkup::saysThatNobodyGotThrough);
        this.before =
                before.stream()
                        .collect(
                                Collectors.toMap(
                                        Finding::check, Finding::verdict, (one, _) -> one));
    }

    /**
     * Something that was well, or did not matter, and certainly fails now; {@code null}: nothing.
     * What nobody could tell, before or after, is no reason to take anything back.
     */
    @Nullable Finding worse(CheckReport after, Fix done) {
        // a setting may bring something into use that was not looked at before, as a relay
        boolean fresh = done instanceof Fix.ChangeSetting && !blind;
        return after.findings().stream()
                .filter(one -> one.verdict() == Verdict.FAIL)
                .filter(one -> Health.of(List.of(one)) != Health.FINE)
                .filter(one -> !Checkup.saysThatNobodyGotThrough(one))
                .filter(
                        one ->
                                before.containsKey(one.check())
                                        ? well(before.get(one.check()))
                                        : fresh)
                .findFirst()
                .orElse(null);
    }

    private static boolean well(@Nullable Verdict verdict) {
        return verdict == Verdict.PASS
                || verdict == Verdict.WARN
                || verdict == Verdict.NOT_APPLICABLE;
    }
}
