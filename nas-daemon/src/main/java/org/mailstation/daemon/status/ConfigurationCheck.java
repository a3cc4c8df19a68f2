package org.mailstation.daemon.status;

import java.time.Instant;
import java.util.stream.Collectors;
import org.mailstation.config.Problem;
import org.mailstation.daemon.state.FileState;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Remedy;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** Is the running configuration the one in the file? */
final class ConfigurationCheck {
    private ConfigurationCheck() {}

    /**
     * @param revision that is running; 0: none
     */
    static Finding check(int revision, FileState file, Instant now) {
        Observation found =
                Observation.onNas(
                        "configuration", Hop.DAEMON, "config/station.toml", answer(file), now);
        String number = String.valueOf(revision);
        return switch (file) {
            case FileState.Broken(var problems) -> {
                Problem first = problems.getFirst();
                Text sentence =
                        revision == 0
                                ? Text.of("configuration.broken.none", where(first))
                                : Text.of("configuration.broken", number, where(first));
                yield found.fail(
                        revision == 0 ? Severity.ERROR : Severity.WARNING,
                        sentence,
                        new Remedy.RunOnNas(
                                Text.of("configuration.broken.remedy"),
                                "mailstationctl config validate station.toml"));
            }
            case FileState.Unreadable(_) ->
                    found.fail(Severity.WARNING, Text.of("configuration.unreadable", number), null);
            case FileState.Edited() ->
                    found.warn(Severity.WARNING, Text.of("configuration.edited", number), null);
            case FileState.AsSaved(), FileState.Missing() ->
                    revision == 0
                            ? found.warn(Severity.WARNING, Text.of("configuration.none"), null)
                            : found.pass(Text.of("configuration.ok", number));
        };
    }

    private static String where(Problem problem) {
        return problem.line() == 0 ? problem.field() : problem.field() + ":" + problem.line();
    }

    private static String answer(FileState file) {
        return switch (file) {
            case FileState.AsSaved() -> "as saved";
            case FileState.Missing() -> "missing";
            case FileState.Edited() -> "edited by hand, not yet in use";
            case FileState.Unreadable(var reason) -> "unreadable: " + reason;
            case FileState.Broken(var problems) ->
                    problems.stream()
                            .map(p -> where(p) + " " + p.text().in(java.util.Locale.ENGLISH))
                            .collect(Collectors.joining("; "));
        };
    }
}
