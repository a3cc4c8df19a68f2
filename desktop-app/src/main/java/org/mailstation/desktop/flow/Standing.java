package org.mailstation.desktop.flow;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Verdict;

/** How everything stood before something was changed. */
final class Standing {
    private final Map<String, Verdict> before;

    Standing(List<Finding> before) {
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
    @Nullable Finding worse(CheckReport after) {
        return after.findings().stream()
                .filter(one -> one.verdict() == Verdict.FAIL)
                .filter(one -> well(before.get(one.check())))
                .findFirst()
                .orElse(null);
    }

    private static boolean well(@Nullable Verdict verdict) {
        return verdict == Verdict.PASS
                || verdict == Verdict.WARN
                || verdict == Verdict.NOT_APPLICABLE;
    }
}
