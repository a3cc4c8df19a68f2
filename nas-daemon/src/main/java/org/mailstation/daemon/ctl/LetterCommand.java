package org.mailstation.daemon.ctl;

import java.util.List;
import java.util.concurrent.Callable;
import org.mailstation.control.AskLetter;
import org.mailstation.control.Checked;
import org.mailstation.diagnosis.CheckReport;
import org.mailstation.diagnosis.View;
import org.mailstation.finding.Health;
import org.mailstation.finding.Vantage;
import org.mailstation.words.DiagnosisWords;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Does a letter arrive? */
@Command(
        name = "letter",
        description =
                "Sends a test letter out, by the relay or to the station's own address on the Internet,"
                        + " waits for it in the mailbox, and shows which way it came. Takes up to a minute.")
final class LetterCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Option(names = "--json", description = "everything, as JSON")
    private boolean json;

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            description = "an account of the station; otherwise the first one")
    private String to = "";

    @Override
    public Integer call() throws CtlException {
        try (StationClient client = ctl.connect()) {
            Checked checked = client.ask(station -> station.letter(new AskLetter(to, "", false)));
            CheckReport report =
                    CheckReport.of(
                            checked.begun(),
                            checked.ended(),
                            List.of(new View(Vantage.NAS, checked.findings())));
            ctl.terminal().answer(report, json, () -> DiagnosisWords.letter(report));
            boolean fine = report.diagnosis().health() == Health.FINE;
            return (fine ? Exit.OK : Exit.ATTENTION).code();
        }
    }
}
