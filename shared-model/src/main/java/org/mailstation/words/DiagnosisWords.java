package org.mailstation.words;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.diagnosis.Cause;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.diagnosis.Diagnosis;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/**
 * What {@code check} found, as lines for a person: what to mend first, what follows from it last.
 */
public final class DiagnosisWords {
    /** A person reads a few answers; all of them are in the JSON. */
    private static final int MOST_EVIDENCE = 4;

    private static final int LONGEST = 160;

    private DiagnosisWords() {}

    /**
     * The whole report.
     *
     * @param all also what is as it should be
     */
    public static List<String> lines(CheckReport report, boolean all) {
        Diagnosis diagnosis = report.diagnosis();
        List<String> lines = new ArrayList<>();
        lines.add(sentence(diagnosis));
        for (Cause cause : diagnosis.causes()) {
            cause(lines, cause, diagnosis.causes().size() > 1);
        }
        if (!diagnosis.untold().isEmpty()) {
            lines.add(words("diagnosis.untold.title"));
            diagnosis.untold().forEach(finding -> lines.addAll(brief(finding)));
        }
        if (all) {
            lines.add(words("diagnosis.all.title"));
            report.findings().forEach(finding -> lines.add(one(finding)));
        }
        return lines;
    }

    /** For a person who reads nothing else: with two culprits, both are named. */
    public static String sentence(Diagnosis diagnosis) {
        if (diagnosis.causes().size() != 2) {
            return diagnosis.sentence().words();
        }
        return words(
                "diagnosis.two",
                diagnosis.causes().get(0).root().sentence().words(),
                diagnosis.causes().get(1).root().sentence().words());
    }

    /** What became of test letters: each way, and the whole trace of each. */
    public static List<String> letter(CheckReport report) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : report.findings()) {
            lines.add(mark(finding) + " " + finding.sentence().words());
            finding.evidence()
                    .forEach(one -> lines.add("    " + one.asked() + " = " + one.answered()));
            remedy(lines, finding);
        }
        if (lines.isEmpty()) {
            lines.add(words("letter.none"));
        }
        return lines;
    }

    private static void cause(List<String> lines, Cause cause, boolean named) {
        Finding root = cause.root();
        if (named) {
            lines.add(mark(root) + " " + root.sentence().words());
        }
        evidence(lines, root);
        remedy(lines, root);
        if (!cause.consequences().isEmpty()) {
            lines.add("    " + words("diagnosis.follows", cause.consequences().size()));
            cause.consequences().forEach(one -> lines.add("      - " + one.sentence().words()));
        }
    }

    private static void evidence(List<String> lines, Finding finding) {
        List<Evidence> evidence = finding.evidence();
        evidence.stream().limit(MOST_EVIDENCE).map(DiagnosisWords::line).forEach(lines::add);
        if (evidence.size() > MOST_EVIDENCE) {
            lines.add("    " + words("diagnosis.more", evidence.size() - MOST_EVIDENCE));
        }
    }

    private static String line(Evidence evidence) {
        String who = words("vantage." + org.mailstation.text.Words.of(evidence.vantage()));
        return "    " + shortened(who + ": " + evidence.asked() + " = " + evidence.answered());
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    private static List<String> brief(Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add(mark(finding) + " " + finding.sentence().words());
        remedy(lines, finding);
        return lines;
    }

    private static void remedy(List<String> lines, Finding finding) {
        Remedy remedy = finding.remedy();
        if (remedy != null) {
            lines.add("    -> " + remedy.text().words());
            detail(remedy).ifPresent(detail -> lines.add("       " + detail));
        }
    }

    /** What is to be typed as it is. */
    private static java.util.Optional<String> detail(Remedy remedy) {
        return switch (remedy) {
            case Remedy.DnsRecord(Text _, String type, String name, String value)
                    when !value.isEmpty() ->
                    java.util.Optional.of(name + " " + type + " " + value);
            case Remedy.RunOnNas(Text _, String command) when !command.isEmpty() ->
                    java.util.Optional.of(command);
            case Remedy.DnsRecord _,
                    Remedy.RunOnNas _,
                    Remedy.ChangeSetting _,
                    Remedy.RouterStep _,
                    Remedy.AskProvider _ ->
                    java.util.Optional.empty();
        };
    }

    private static String one(Finding finding) {
        return mark(finding) + " " + finding.check() + ": " + finding.sentence().words();
    }

    private static String mark(Finding finding) {
        return finding.verdict() == Verdict.PASS ? "(=)" : FindingWords.mark(finding);
    }

    private static String words(String key, Object... args) {
        return Text.of(key, args).words();
    }
}
