package org.mailstation.desktop.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.check.Selection;
import org.mailstation.control.Progress;
import org.mailstation.desktop.check.Eye;
import org.mailstation.desktop.check.StationCheck;
import org.mailstation.desktop.check.UpdateEye;
import org.mailstation.desktop.check.Visit;
import org.mailstation.desktop.flow.Offers;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;
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

    @Option(
            names = "--from-hotspot",
            description =
                    "this computer is not at home now, as on the hotspot of a phone: look at the station from the Internet")
    private boolean fromHotspot;

    @Option(
            names = "--updates",
            paramLabel = "PLACE",
            description =
                    "folder with downloaded versions of Mail Station, or one of them: tell if it is newer; otherwise the folder updates in the settings of this program")
    private @Nullable Path updates;

    @Mixin private SignInOptions signIn = new SignInOptions();

    @Override
    Exit run() throws FailureException {
        CheckReport report = look(signIn.profile(program()));
        terminal().answer(report, json, () -> lines(report));
        return report.diagnosis().health() == Health.FINE ? Exit.OK : Exit.ATTENTION;
    }

    private List<String> lines(CheckReport report) {
        List<String> lines = new ArrayList<>(DiagnosisWords.lines(report, all));
        String names =
                Offers.of(report).each().stream()
                        .map(offer -> offer.about().check())
                        .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            lines.add(Text.of("cli.fix.offer", names).words());
        }
        return lines;
    }

    private CheckReport look(StationProfile profile) throws FailureException {
        ProgressLine line = new ProgressLine(terminal().err(), true);
        // scripts want the answer only
        boolean shown = terminal().interactive();
        try {
            Consumer<Progress> told =
                    progress -> {
                        if (shown) {
                            line.show(progress.percent(), progress.step());
                        }
                    };
            Selection wanted = new Selection(only);
            StationCheck check = program().parts().check().with(eyes());
            return fromHotspot
                    ? check.fromOutside(profile.target().host(), wanted, told, Cancellation.never())
                    : check.run(visit(profile), wanted, told, Cancellation.never());
        } finally {
            line.erase();
        }
    }

    private List<Eye> eyes() throws FailureException {
        List<Eye> eyes = new ArrayList<>(OutsideLogin.eyes(program()));
        if (updates != null) {
            eyes.add(new UpdateEye(updates, Clock.systemUTC()));
        }
        return eyes;
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
