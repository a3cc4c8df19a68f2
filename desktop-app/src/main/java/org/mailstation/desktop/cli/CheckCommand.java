package org.mailstation.desktop.cli;

import java.util.ArrayList;
import java.util.List;
import org.mailstation.check.Selection;
import org.mailstation.control.ControlJson;
import org.mailstation.desktop.check.Visit;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.finding.Health;
import org.mailstation.words.DiagnosisWords;
import org.mailstation.words.Exit;
import org.mailstation.words.ProgressLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is wrong? */
@Command(
        name = "check",
        description =
                "Looks at everything that matters to mail, from the NAS, from this PC and from the accounts outside (see outside), and says what is wrong. Takes up to 20 seconds.",
        mixinStandardHelpOptions = true)
final class CheckCommand extends Subcommand {
    @Option(names = "--json", description = "everything, as JSON")
    private boolean json;

    @Option(
            names = {"-v", "--all"},
            description = "also what is as it should be")
    private boolean all;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "these checks only, as dns.mx or dns")
    private List<String> only = new ArrayList<>();

    @Mixin private SignInOptions signIn = new SignInOptions();

    @Override
    Exit run() throws FailureException {
        CheckReport report = look(signIn.profile(program()));
        if (json) {
            terminal().out().println(ControlJson.write(report));
        } else {
            DiagnosisWords.lines(report, all).forEach(terminal().out()::println);
        }
        return report.diagnosis().health() == Health.FINE ? Exit.OK : Exit.ATTENTION;
    }

    private CheckReport look(StationProfile profile) throws FailureException {
        ProgressLine line = new ProgressLine(terminal().err(), true);
        // scripts want the answer only
        boolean shown = terminal().interactive();
        try {
            return program()
                    .parts()
                    .check()
                    .with(OutsideLogin.eyes(program()))
                    .run(
                            visit(profile),
                            new Selection(only),
                            progress -> {
                                if (shown) {
                                    line.show(progress.percent(), progress.step());
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
