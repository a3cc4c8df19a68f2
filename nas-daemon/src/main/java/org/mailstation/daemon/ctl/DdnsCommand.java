package org.mailstation.daemon.ctl;

import java.util.concurrent.Callable;
import org.mailstation.control.AskDdns;
import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;
import org.mailstation.control.StationControl;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;
import org.mailstation.words.DdnsWords;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** How the name follows the line's address. */
@Command(
        name = "ddns",
        description = "Says how the name follows the changing address, and when it changed.")
final class DdnsCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Option(names = "--json", description = "everything, as JSON")
    private boolean json;

    @Option(names = "--now", description = "looks for the address first, which takes some seconds")
    private boolean now;

    @Override
    public Integer call() throws CtlException {
        try (StationClient client = ctl.connect()) {
            DdnsStatus status = client.ask(station -> station.ddns(new AskDdns(now)));
            ctl.terminal().answer(status, json, () -> DdnsWords.lines(status));
            boolean fine =
                    status.provider().isEmpty() || Health.of(status.findings()) == Health.FINE;
            return (fine ? Exit.OK : Exit.ATTENTION).code();
        }
    }

    @Command(
            name = "test",
            description = "Tries the login at the provider, after something was changed.")
    int test() throws CtlException {
        try (StationClient client = ctl.connect()) {
            DdnsTried tried = client.ask(StationControl::testDdns);
            Text words = DdnsWords.of(tried);
            if (tried instanceof DdnsTried.Works) {
                ctl.terminal().say(words);
                return Exit.OK.code();
            }
            throw new CtlException(
                    tried instanceof DdnsTried.Refused ? Exit.REJECTED : Exit.ATTENTION, words);
        }
    }
}
