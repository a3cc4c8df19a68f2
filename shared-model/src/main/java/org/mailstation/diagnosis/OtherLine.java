package org.mailstation.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

/**
 * Does the PC go to the Internet by another way than the NAS, without knowing of it? Both say in
 * their evidence how others see them.
 */
final class OtherLine {
    /** As {@code Told.technically} writes it; the router says the same to both. */
    private static final Pattern SEEN =
            Pattern.compile("(?:STUN|HTTP|DNS) (\\d+\\.\\d+\\.\\d+\\.\\d+)");

    private OtherLine() {}

    static Optional<Finding> of(List<Finding> findings) {
        List<Evidence> line =
                findings.stream()
                        .filter(one -> Subject.of(one).kind().equals("line"))
                        .flatMap(one -> one.evidence().stream())
                        .toList();
        Set<String> pc = seen(line, Vantage.PC);
        Set<String> nas = seen(line, Vantage.NAS);
        boolean both = !pc.isEmpty() && !nas.isEmpty();
        return both && pc.stream().noneMatch(nas::contains)
                ? Optional.of(
                        new Observation("pc:line", Hop.SENDER, line)
                                .warn(
                                        Severity.INFORMATION,
                                        Text.of(
                                                "pc.other-line",
                                                String.join(", ", pc),
                                                String.join(", ", nas)),
                                        null))
                : Optional.empty();
    }

    private static Set<String> seen(List<Evidence> line, Vantage from) {
        return line.stream()
                .filter(one -> one.vantage() == from)
                .map(one -> SEEN.matcher(one.answered()))
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
