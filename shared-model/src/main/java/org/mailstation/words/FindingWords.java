package org.mailstation.words;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Verdict;

/** Findings as lines for a person: a mark, the sentence, and below it what to do. */
public final class FindingWords {
    private FindingWords() {}

    /** Only those that are not as they should be. */
    public static List<String> troubles(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.verdict() != Verdict.PASS && finding.verdict() != Verdict.NOT_APPLICABLE) {
                lines.add(line(finding));
                Remedy remedy = finding.remedy();
                if (remedy != null) {
                    lines.add("    -> " + remedy.text().words());
                }
            }
        }
        return lines;
    }

    /** A mark and the sentence. */
    public static String line(Finding finding) {
        boolean passed = finding.verdict() == Verdict.PASS;
        return (passed ? "(=)" : mark(finding)) + " " + finding.sentence().words();
    }

    static String mark(Finding finding) {
        return switch (Health.of(List.of(finding))) {
            case FINE -> "(i)";
            case ATTENTION -> "(!)";
            case BROKEN -> "(x)";
            case UNKNOWN -> "(?)";
        };
    }
}
