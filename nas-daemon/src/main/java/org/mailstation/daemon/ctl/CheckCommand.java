package org.mailstation.daemon.ctl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mailstation.check.DaemonAlive;
import org.mailstation.check.Starter;
import org.mailstation.control.AskChecks;
import org.mailstation.control.Checked;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.diagnosis.View;
import org.mailstation.finding.Evidence;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Health;
import org.mailstation.finding.Vantage;
import org.mailstation.text.Text;
import org.mailstation.words.DiagnosisWords;
import org.mailstation.words.Exit;
import org.mailstation.words.ProgressLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** What is wrong? */
@Command(
        name = "check",
        description =
                "Looks at everything that matters to mail, as far as the NAS can see it, and says what is"
                        + " wrong. Takes up to 20 seconds.")
final class CheckCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

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

    @Override
    public Integer call() throws CtlException {
        CheckReport report = report();
        ctl.terminal().answer(report, json, () -> DiagnosisWords.lines(report, all));
        boolean fine = report.diagnosis().health() == Health.FINE;
        return (fine ? Exit.OK : Exit.ATTENTION).code();
    }

    private CheckReport report() throws CtlException {
        Terminal terminal = ctl.terminal();
        ProgressLine line = new ProgressLine(terminal.err(), terminal.console() != null);
        try (StationClient client =
                StationClient.connect(ctl.socket(), new Steps(terminal, line))) {
            Checked checked = client.ask(station -> station.check(new AskChecks(only)));
            return CheckReport.of(
                    checked.begun(),
                    checked.ended(),
                    List.of(new View(Vantage.NAS, checked.findings())));
        } catch (CtlException failure) {
            if (failure.exit() != Exit.NO_ANSWER) {
                throw failure;
            }
            Instant now = Clock.systemUTC().instant();
            return CheckReport.of(
                    now, now, List.of(new View(Vantage.NAS, List.of(dead(failure.text(), now)))));
        } finally {
            line.erase();
        }
    }

    /** That nobody answers is what was to be found out. */
    private static Finding dead(Text said, Instant now) {
        return DaemonAlive.stopped(
                new Evidence(Vantage.NAS, "control socket", said.in(Locale.ENGLISH), now),
                Files.exists(Path.of("/var/packages/mailstation/enabled"))
                        ? Starter.PACKAGE
                        : Starter.of(
                                Files.exists(Path.of("/etc/systemd/system/mailstation.service")),
                                Files.exists(Path.of("/etc.defaults/VERSION"))));
    }
}
