package org.mailstation.daemon.ctl;

import java.util.concurrent.Callable;
import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest;
import org.mailstation.control.ForwardsRequest.Wanted;
import org.mailstation.finding.Health;
import org.mailstation.words.Exit;
import org.mailstation.words.ForwardWords;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Which ports of the router lead here? */
@Command(
        name = "forward",
        description = "Says which ports of the router lead to this NAS, and what to do if not.")
final class ForwardCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Option(names = "--json", description = "everything, as JSON")
    private boolean json;

    @ArgGroup private Before before = new Before();

    /** At most one of them. */
    static final class Before {
        @Option(names = "--again", description = "search and ask the router now")
        private boolean again;

        @Option(
                names = "--withdraw",
                description =
                        "take back what was asked of the router, until --again, another"
                                + " configuration or a restart")
        private boolean withdraw;

        Wanted wanted() {
            if (again) {
                return Wanted.ASK_AGAIN;
            }
            return withdraw ? Wanted.WITHDRAW : Wanted.TELL;
        }
    }

    @Override
    public Integer call() throws CtlException {
        Wanted wanted = before.wanted();
        try (StationClient client = ctl.connect()) {
            Forwards forwards =
                    client.ask(station -> station.forwards(new ForwardsRequest(wanted)));
            ctl.terminal().answer(forwards, json, () -> ForwardWords.lines(forwards));
            boolean asWished =
                    wanted == Wanted.WITHDRAW
                            || forwards.findings().isEmpty()
                            || Health.of(forwards.findings()) == Health.FINE;
            return (asWished ? Exit.OK : Exit.ATTENTION).code();
        }
    }
}
