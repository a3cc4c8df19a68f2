package org.mailstation.desktop.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.check.StationCheck;
import org.mailstation.desktop.check.Visit;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.report.Gathered;
import org.mailstation.desktop.report.Gathering;
import org.mailstation.desktop.report.Paper;
import org.mailstation.desktop.report.PaperMaker;
import org.mailstation.desktop.report.ReportFile;
import org.mailstation.desktop.report.Sheet;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.words.Words;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.finding.Health;
import org.mailstation.words.Exit;
import org.mailstation.words.ProgressLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything that is known of the station, for whoever shall help. */
@Command(
        name = "report",
        description =
                "Looks at everything as check does, and writes what was found into one file for whoever shall help. Works also while the NAS does not answer. Passwords and keys never stand in it, nor do subjects of letters.",
        mixinStandardHelpOptions = true)
final class ReportCommand extends Subcommand {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "where to: FILE.html or FILE.pdf to read or print, FILE.json for programs, FILE.zip for all of them with the logs")
    private @Nullable Path out;

    @Option(
            names = "--forum",
            description =
                    "strangers will read it: addresses, names of hosts and of people are replaced")
    private boolean forum;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "en or de; otherwise that of this computer")
    private @Nullable String language;

    @Option(
            names = "--paper",
            paramLabel = "SIZE",
            description =
                    "what it is printed on: ${COMPLETION-CANDIDATES}; otherwise what is usual where this computer is")
    private @Nullable Sheet sheet;

    @Mixin private SignInOptions signIn = new SignInOptions();

    @Override
    Exit run() throws FailureException {
        Path file = Objects.requireNonNull(out);
        Optional<ReportFile> form = ReportFile.of(file);
        if (form.isEmpty()) {
            throw CliFailure.because(Exit.USAGE, "cli.report.form", file.toString());
        }
        StationProfile profile = signIn.profile(program());
        Words words =
                new Words(
                        language == null ? Locale.getDefault() : Locale.of(language),
                        ZoneId.systemDefault());
        Gathered gathered = gather(profile);
        Paper paper =
                PaperMaker.make(gathered, profile.target().user(), signIn.secrets(), forum, words);
        Sheet on = sheet == null ? Sheet.of(Locale.getDefault()) : sheet;
        try {
            ReportFile.write(file, form.get().bytes(paper, words, on));
        } catch (IOException e) {
            throw CliFailure.because(
                    Exit.REJECTED, "cli.report.unwritable", file.toString(), String.valueOf(e));
        }
        terminal().out().println(paper.sentence());
        terminal().say("cli.report.written", file.toAbsolutePath());
        return paper.health() == Health.FINE ? Exit.OK : Exit.ATTENTION;
    }

    private Gathered gather(StationProfile profile) throws FailureException {
        ProgressLine line = new ProgressLine(terminal().err(), true);
        boolean shown = terminal().interactive();
        try {
            StationCheck check = program().parts().check().with(OutsideLogin.eyes(program()));
            return new Gathering(
                            program().parts().version(),
                            check,
                            program().parts().ownLog()::lines,
                            program().parts().goodReports(),
                            Clock.systemUTC())
                    .gather(
                            visit(profile),
                            (_, percent, step) -> {
                                if (shown) {
                                    line.show(percent, step);
                                }
                            },
                            Cancellation.never());
        } finally {
            line.erase();
        }
    }

    private Visit visit(StationProfile profile) {
        return new Visit() {
            @Override
            public SshTarget target() {
                return profile.target();
            }

            @Override
            public Nas signIn() throws FailureException {
                return signIn.signIn(program());
            }
        };
    }
}
