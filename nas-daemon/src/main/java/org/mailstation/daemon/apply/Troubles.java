package org.mailstation.daemon.apply;

import java.time.Clock;
import java.util.List;
import org.mailstation.config.Problem;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
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
        return seen("apply.services", "apply " + problem.field(), "failed")
                .fail(severity, problem.text(), remedy);
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
        return seen(check, asked, answered).fail(severity, sentence, null);
    }

    private Observation seen(String check, String asked, String answered) {
        return Observation.onNas(check, Hop.DAEMON, asked, answered, clock.instant());
    }
}
