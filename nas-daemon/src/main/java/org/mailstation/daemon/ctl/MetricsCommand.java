package org.mailstation.daemon.ctl;

import java.util.concurrent.Callable;
import org.mailstation.control.Metrics;
import org.mailstation.control.StationControl;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Figures for a program that draws them. */
@Command(
        name = "metrics",
        description =
                "Prints figures of the station in Prometheus' text format, for example for the"
                        + " textfile collector of its node exporter. Nothing of it is open to the"
                        + " network.")
final class MetricsCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Override
    public Integer call() throws CtlException {
        try (StationClient client = ctl.connect()) {
            Metrics metrics = client.ask(StationControl::metrics);
            ctl.terminal().out().print(metrics.text());
            return Exit.OK.code();
        }
    }
}
