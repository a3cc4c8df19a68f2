package org.mailstation.desktop.check;

import java.util.List;
import java.util.Set;
import org.mailstation.diagnosis.View;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;

/** As which address on the Internet this computer was seen in a look. */
final class SeenLine {
    /** The sentences that name it. */
    private static final Set<String> NAMED =
            Set.of("router.line.public", "line.direct", "line.seen");

    private SeenLine() {}

    /** Empty if nobody told, or if it may be that of a VPN. */
    static String of(List<View> views) {
        List<Finding> pc =
                views.stream()
                        .filter(view -> view.from() == Vantage.PC)
                        .flatMap(view -> view.findings().stream())
                        .toList();
        boolean elsewhere =
                pc.stream()
                        .anyMatch(
                                one ->
                                        one.check().startsWith("pc")
                                                && one.verdict() == Verdict.WARN);
        return elsewhere
                ? ""
                : pc.stream()
                        .filter(one -> NAMED.contains(one.sentence().key()))
                        .map(one -> one.sentence().args().getFirst())
                        .findFirst()
                        .orElse("");
    }
}
