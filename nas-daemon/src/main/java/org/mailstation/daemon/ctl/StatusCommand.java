package org.mailstation.daemon.ctl;

import java.util.concurrent.Callable;
import org.mailstation.control.StationControl;
import org.mailstation.control.StationStatus;
import org.mailstation.finding.Health;
import org.mailstation.words.Exit;
import org.mailstation.words.StatusWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** How is the station? */
@Command(
        name = "status",
        description = "Says how the station is, and what to do if it is not fine.")
final class StatusCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Option(names = "--json", description = "everything, as JSON")
    private boolean json;

    @Override
    public Integer call() throws CtlException {
        try (StationClient client = ctl.connect()) {
            StationStatus status = client.ask(StationControl::status);
            ctl.terminal().answer(status, json, () -> StatusWords.lines(status));
            return (status.health() == Health.FINE ? Exit.OK : Exit.ATTENTION).code();
        }
    }
}
