package org.mailstation.desktop.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mailstation.check.CheckRun;
import org.mailstation.desktop.install.ReleaseName;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;

/**
 * Does a newer version lie in the folder, or is it the file, that the person points to? Nobody on
 * the Internet is asked.
 *
 * @param place may be missing
 */
public record UpdateEye(Path place, Clock clock) implements Eye {
    private static final String NAME = "update";

    @Override
    public Vantage from() {
        return Vantage.PC;
    }

    @Override
    public List<Finding> look(Sight sight, CheckRun.Listener progress) {
        if (sight.wanted().wants(NAME)) {
            return List.of(judge(sight.daemon()));
        }
        return List.of();
    }

    private Finding judge(String running) {
        if (!Files.exists(place)) {
            return seen("not there").notApplicable(Text.of("update.none"));
        }
        Optional<ReleaseName> newest = UpdatePlace.newest(place);
        Observation seen = seen(newest.map(ReleaseName::version).orElse("no version"));
        if (newest.isEmpty()) {
            return seen.unknown(Severity.INFORMATION, Text.of("update.empty", place));
        }
        if (running.isEmpty()) {
            return seen.unknown(Severity.INFORMATION, Text.of("update.untold"));
        }
        String version = newest.get().version();
        return newest.get().isNewerThan(running)
                ? seen.warn(
                        Severity.WARNING,
                        Text.of("update.newer", version, place, running),
                        new Remedy.RunOnNas(Text.of("update.newer.remedy", place), ""))
                : seen.pass(Text.of("update.ok", running, place));
    }

    private Observation seen(String answered) {
        return new Observation(
                NAME,
                Hop.DAEMON,
                List.of(
                        new Evidence(
                                Vantage.PC, "versions in " + place, answered, clock.instant())));
    }
}
