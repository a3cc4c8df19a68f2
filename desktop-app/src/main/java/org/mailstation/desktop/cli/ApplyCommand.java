package org.mailstation.desktop.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Problem;
import org.mailstation.config.diff.Change;
import org.mailstation.control.ApplyOutcome;
import org.mailstation.control.Validation;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;
import org.mailstation.words.FindingWords;
import org.mailstation.words.ProblemWords;
import org.mailstation.words.ProgressLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives the station another configuration. */
@Command(
        name = "apply",
        description = "Shows what a configuration would change, asks, and applies it.",
        mixinStandardHelpOptions = true)
final class ApplyCommand extends Subcommand {
    @Parameters(paramLabel = "FILE", description = "a whole station.toml")
    private @Nullable Path file;

    @Option(names = "--yes", description = "do not ask")
    private boolean yes;

    @Mixin private SignInOptions signIn = new SignInOptions();

    @Override
    Exit run() throws FailureException {
        String given = read();
        try (Nas nas = signIn.signIn(program());
                Station station = nas.station()) {
            String toml = FittingPorts.fitted(given, nas, terminal());
            return switch (station.validate(toml)) {
                case Validation.Faulty(List<Problem> problems) -> rejected(problems);
                case Validation.Acceptable acceptable -> {
                    show(acceptable.changes());
                    if (acceptable.changes().isEmpty() && acceptable.baseRevision() > 0) {
                        yield Exit.OK;
                    }
                    if (!yes && !terminal().agrees("ctl.apply.ask")) {
                        terminal().say("ctl.declined");
                        yield Exit.DECLINED;
                    }
                    yield apply(station, toml, acceptable.baseRevision());
                }
            };
        }
    }

    private String read() throws FailureException {
        Path given = Objects.requireNonNull(file);
        try {
            return Files.readString(given);
        } catch (IOException e) {
            throw CliFailure.because(
                    Exit.NOT_FOUND, "ctl.file.unreadable", given, String.valueOf(e.getMessage()));
        }
    }

    private void show(List<Change> changes) {
        if (changes.isEmpty()) {
            terminal().say("ctl.no-changes");
        }
        for (Change change : changes) {
            terminal().out().println("* " + change.sentence().words());
            for (Text effect : change.effects()) {
                terminal().out().println("    -> " + effect.words());
            }
        }
    }

    private Exit apply(Station station, String toml, int baseRevision) throws FailureException {
        ProgressLine line = new ProgressLine(terminal().out(), terminal().interactive());
        ApplyOutcome outcome;
        try {
            outcome =
                    station.apply(
                            toml,
                            baseRevision,
                            0,
                            progress -> line.show(progress.percent(), progress.step()),
                            Cancellation.never());
        } finally {
            line.end();
        }
        return switch (outcome) {
            case ApplyOutcome.Applied applied -> {
                FindingWords.troubles(applied.findings()).forEach(terminal().out()::println);
                terminal().say("ctl.applied", applied.revision());
                yield Exit.OK;
            }
            case ApplyOutcome.RolledBack back -> {
                terminal()
                        .say(
                                back.revision() == 0 ? "ctl.rolled-back.none" : "ctl.rolled-back",
                                back.revision());
                FindingWords.troubles(back.findings()).forEach(terminal().out()::println);
                yield Exit.ROLLED_BACK;
            }
            case ApplyOutcome.Stale stale -> complain(Exit.STALE, "cli.stale", stale.revision());
            case ApplyOutcome.Rejected(List<Problem> problems) -> rejected(problems);
            case ApplyOutcome.Busy _ -> complain(Exit.BUSY, "ctl.busy");
        };
    }

    private Exit rejected(List<Problem> problems) {
        complain(Exit.REJECTED, "ctl.rejected", problems.size());
        ProblemWords.lines(problems).forEach(terminal().err()::println);
        return Exit.REJECTED;
    }

    private Exit complain(Exit exit, String key, Object... args) {
        terminal().complain(Text.of(key, args));
        return exit;
    }
}
