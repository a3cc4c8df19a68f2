package org.mailstation.desktop.cli;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mailstation.check.real.Portrait;
import org.mailstation.control.AskLetter;
import org.mailstation.desktop.outside.LetterEye;
import org.mailstation.desktop.outside.OutsideAccount;
import org.mailstation.desktop.outside.OutsideEye;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Cancelled;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.diagnosis.View;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Vantage;
import org.mailstation.finding.Verdict;
import org.mailstation.words.DiagnosisWords;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Does a letter arrive? */
@Command(
        name = "letter",
        description =
                "Sends a test letter from the accounts outside (see outside), through the relay, or to the station's own address, waits for it in the mailbox, and shows which way it came. Takes up to a minute.",
        mixinStandardHelpOptions = true)
final class LetterCommand extends Subcommand {
    @Option(names = "--json", description = "everything, as JSON")
    private boolean json;

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            description = "an account of the station; otherwise the first one")
    private String to = "";

    @Mixin private SignInOptions signIn = new SignInOptions();

    @Override
    Exit run() throws FailureException {
        Clock clock = Clock.systemUTC();
        Instant begun = clock.instant();
        try (Nas nas = signIn.signIn(program());
                Station station = nas.station()) {
            List<Finding> outside = fromOutside(station, clock);
            boolean proven = outside.stream().anyMatch(one -> one.verdict() == Verdict.PASS);
            List<Finding> nasSaw =
                    station.letter(new AskLetter(to, "", proven), Cancellation.never()).findings();
            CheckReport report =
                    CheckReport.of(
                            begun,
                            clock.instant(),
                            List.of(
                                    new View(Vantage.OUTSIDE, outside),
                                    new View(Vantage.NAS, nasSaw)));
            terminal().answer(report, json, () -> DiagnosisWords.letter(report));
            return report.diagnosis().health() == Health.FINE ? Exit.OK : Exit.ATTENTION;
        }
    }

    private List<Finding> fromOutside(Station station, Clock clock) throws FailureException {
        List<OutsideAccount> accounts = OutsideLogin.remembered(program());
        Portrait portrait = accounts.isEmpty() ? null : Portrait.of(station.identity());
        List<Finding> found = new ArrayList<>();
        if (portrait == null) {
            return found;
        }
        LetterEye letters = new LetterEye(station, new SecureRandom(), clock);
        for (OutsideAccount account : accounts) {
            try (OutsideEye eye = new OutsideLogin(program(), "").open(account)) {
                found.add(
                        letters.look(
                                account.written(),
                                eye,
                                program()
                                        .parts()
                                        .scenes()
                                        .of(
                                                portrait.config(),
                                                portrait.identity(),
                                                portrait.landmarks()),
                                to));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new FailureException(new Cancelled(), e);
            }
        }
        return found;
    }
}
