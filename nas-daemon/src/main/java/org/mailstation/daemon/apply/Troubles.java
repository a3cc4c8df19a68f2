package org.mailstation.daemon.apply;

import java.time.Clock;
import java.util.List;
import org.mailstation.config.Problem;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.text.Text;

/** What went wrong in an apply, as findings. */
final class Troubles {
    private final Clock clock;

    Troubles(Clock clock) {
        this.clock = clock;
    }

    /** A part of the services did not come up. */
    List<Finding> of(ServicesException failure, Severity severity) {
        return failure.problems().stream().map(p -> of(p, severity)).toList();
    }

    private Finding of(Problem problem, Severity severity) {
        Remedy remedy =
                problem.field().isEmpty()
                        ? null
                        : new Remedy.ChangeSetting(
                                Text.of("apply.remedy.setting", problem.field()),
                                problem.field(),
                                "");
        return new Finding(
                "apply.services",
                Hop.DAEMON,
                Verdict.FAIL,
                severity,
                problem.text(),
                List.of(
                        new Evidence(
                                Vantage.NAS,
                                "apply " + problem.field(),
                                "failed",
                                clock.instant())),
                remedy);
    }

    /** The configuration could not be written: usually the disk is full. */
    Finding notSaved(Exception cause) {
        return because("apply.save", "apply.not-saved", "write the configuration", cause);
    }

    /** Something that should not happen; the log has the whole story. */
    Finding surprise(Exception cause) {
        return because("apply.surprise", "apply.surprise", "switch the services", cause);
    }

    Finding notConfirmed(int revision) {
        return finding(
                "apply.probation",
                Severity.WARNING,
                Text.of("apply.not-confirmed", revision),
                "confirm",
                "no");
    }

    private Finding because(String check, String key, String asked, Exception cause) {
        return finding(check, Severity.ERROR, Text.of(key), asked, String.valueOf(cause));
    }

    private Finding finding(
            String check, Severity severity, Text sentence, String asked, String answered) {
        return new Finding(
                check,
                Hop.DAEMON,
                Verdict.FAIL,
                severity,
                sentence,
                List.of(new Evidence(Vantage.NAS, asked, answered, clock.instant())),
                null);
    }
}
