package org.mailstation.daemon.ctl;

import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.mailstation.control.BanRequest;
import org.mailstation.control.BanRequest.Wanted;
import org.mailstation.control.Bans;
import org.mailstation.words.BanWords;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Who is shut out, and letting somebody in again. */
@Command(
        name = "bans",
        description =
                "Lists who is shut out for a time, because they guessed passwords or sent only what"
                        + " had to be refused. The home's own network never is.",
        subcommands = {BansCommand.Listing.class, BansCommand.Lift.class})
final class BansCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Override
    public Integer call() throws CtlException {
        return list(false);
    }

    private int list(boolean json) throws CtlException {
        Bans bans = ask(new BanRequest(Wanted.LIST, ""));
        ctl.terminal().answer(bans, json, () -> BanWords.lines(bans, ZoneId.systemDefault()));
        return Exit.OK.code();
    }

    private Bans ask(BanRequest request) throws CtlException {
        try (StationClient client = ctl.connect()) {
            return client.ask(station -> station.bans(request));
        }
    }

    @Command(name = "list", description = "lists them; so does bans alone")
    static final class Listing implements Callable<Integer> {
        @ParentCommand private BansCommand parent;

        @Option(names = "--json", description = "everything, as JSON")
        private boolean json;

        @Override
        public Integer call() throws CtlException {
            return parent.list(json);
        }
    }

    @Command(
            name = "lift",
            description = "lets an address in again at once, and forgets what it did")
    static final class Lift implements Callable<Integer> {
        @ParentCommand private BansCommand parent;

        @Parameters(paramLabel = "ADDRESS", description = "as the list shows it")
        private String address;

        @Override
        public Integer call() throws CtlException {
            Bans bans = parent.ask(new BanRequest(Wanted.LIFT, address));
            parent.ctl.terminal().out().println(BanWords.lifted(address, bans.lifted()));
            return (bans.lifted() ? Exit.OK : Exit.NOT_FOUND).code();
        }
    }
}
