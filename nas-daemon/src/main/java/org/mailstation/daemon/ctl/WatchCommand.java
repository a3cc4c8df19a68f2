package org.mailstation.daemon.ctl;

import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.mailstation.control.ControlJson;
import org.mailstation.control.StationControl;
import org.mailstation.control.Watched;
import org.mailstation.words.Exit;
import org.mailstation.words.WatchWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** What changed when? */
@Command(
        name = "watch",
        description =
                "Says what the station saw when it looked at itself: what is not as it should be, what changed when, and whether the owner was told (address under [notifications]).")
final class WatchCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Option(names = "--json", description = "everything, as JSON")
    private boolean json;

    @Override
    public Integer call() throws CtlException {
        try (StationClient client = ctl.connect()) {
            Watched watched = client.ask(StationControl::watched);
            if (json) {
                ctl.terminal().out().println(ControlJson.write(watched));
            } else {
                WatchWords.lines(watched, ZoneId.systemDefault())
                        .forEach(ctl.terminal().out()::println);
            }
            return (watched.troubles().isEmpty() ? Exit.OK : Exit.ATTENTION).code();
        }
    }
}
