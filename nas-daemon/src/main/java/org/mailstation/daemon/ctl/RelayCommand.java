package org.mailstation.daemon.ctl;

import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mailstation.control.Relayed;
import org.mailstation.control.RelayedRequest;
import org.mailstation.control.RelayedRequest.Wanted;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;
import org.mailstation.words.RelayedWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Who gets letters through the relay? */
@Command(
        name = "relay",
        description =
                "Says who gets letters through the relay since they refused them from your line, and"
                        + " why; or lets one be tried directly again.",
        subcommands = {RelayCommand.ListThem.class, RelayCommand.Forget.class},
        synopsisSubcommandLabel = "(list | forget)")
final class RelayCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    Ctl ctl() {
        return ctl;
    }

    @Override
    public Integer call() throws CtlException {
        return show(ctl, false);
    }

    private static int show(Ctl ctl, boolean json) throws CtlException {
        Relayed relayed = ask(ctl, new RelayedRequest(Wanted.LIST, ""));
        ctl.terminal()
                .answer(relayed, json, () -> RelayedWords.lines(relayed, ZoneId.systemDefault()));
        return Exit.OK.code();
    }

    private static Relayed ask(Ctl ctl, RelayedRequest request) throws CtlException {
        try (StationClient client = ctl.connect()) {
            return client.ask(station -> station.relayed(request));
        }
    }

    /** All of them. */
    @Command(name = "list", description = "lists them, each with the day and the reason")
    static final class ListThem implements Callable<Integer> {
        @ParentCommand private RelayCommand relay;

        @Option(names = "--json", description = "everything, as JSON")
        private boolean json;

        @Override
        public Integer call() throws CtlException {
            return show(relay.ctl(), json);
        }
    }

    /** One of them is tried directly again. */
    @Command(name = "forget", description = "the next letter there is tried directly again")
    static final class Forget implements Callable<Integer> {
        @ParentCommand private RelayCommand relay;

        @Parameters(
                paramLabel = "DEST",
                description = "as the list names it; * for a line that lets no letter out")
        private String destination;

        @Override
        public Integer call() throws CtlException {
            String name = destination.toLowerCase(Locale.ROOT);
            if (!ask(relay.ctl(), new RelayedRequest(Wanted.FORGET, name)).known()) {
                throw new CtlException(Exit.NOT_FOUND, Text.of("relayed.unknown", name));
            }
            relay.ctl().terminal().say(Text.of("relayed.forgotten", name));
            return Exit.OK.code();
        }
    }
}
