package org.mailstation.daemon.ctl;

import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.mailstation.control.StationControl;
import org.mailstation.control.WatchAnswer;
import org.mailstation.control.WatchRequest;
import org.mailstation.control.Watched;
import org.mailstation.words.Exit;
import org.mailstation.words.ProgressLine;
import org.mailstation.words.WatchWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;

/** What changed when? */
@Command(
        name = "watch",
        description =
                "Says what the station saw when it looked at itself: what is not as it should be, what changed when, and whether the owner was told (address under [notifications]).",
        subcommands = {
            WatchCommand.Listing.class,
            WatchCommand.Now.class,
            WatchCommand.Letter.class
        })
final class WatchCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "everything, as JSON")
    private boolean json;

    @Override
    public Integer call() throws CtlException {
        try (StationClient client = ctl.connect()) {
            return show(client.ask(StationControl::watched));
        }
    }

    private int show(Watched watched) {
        ctl.terminal()
                .answer(watched, json, () -> WatchWords.lines(watched, ZoneId.systemDefault()));
        return (watched.troubles().isEmpty() ? Exit.OK : Exit.ATTENTION).code();
    }

    private WatchAnswer have(WatchRequest.Wanted wanted) throws CtlException {
        ProgressLine line =
                new ProgressLine(ctl.terminal().err(), ctl.terminal().console() != null);
        try (StationClient client =
                StationClient.connect(ctl.socket(), new Steps(ctl.terminal(), line))) {
            return client.ask(station -> station.watch(new WatchRequest(wanted)));
        } finally {
            line.erase();
        }
    }

    /** Says why nothing was done. */
    private int refused(WatchAnswer answer) {
        WatchWords.said(answer).forEach(ctl.terminal().err()::println);
        return Exit.REJECTED.code();
    }

    @Command(name = "history", description = "the same as watch alone")
    static final class Listing implements Callable<Integer> {
        @ParentCommand private WatchCommand parent;

        @Override
        public Integer call() throws CtlException {
            return parent.call();
        }
    }

    @Command(
            name = "now",
            description =
                    "looks at everything at once, as it does by itself; takes up to 20 seconds")
    static final class Now implements Callable<Integer> {
        @ParentCommand private WatchCommand parent;

        @Override
        public Integer call() throws CtlException {
            WatchAnswer answer = parent.have(WatchRequest.Wanted.LOOK);
            return answer.done() ? parent.show(answer.watched()) : parent.refused(answer);
        }
    }

    @Command(
            name = "letter",
            description = "writes the owner a letter as a trial, to show that such letters arrive")
    static final class Letter implements Callable<Integer> {
        @ParentCommand private WatchCommand parent;

        @Override
        public Integer call() throws CtlException {
            WatchAnswer answer = parent.have(WatchRequest.Wanted.LETTER);
            if (!answer.done()) {
                return parent.refused(answer);
            }
            WatchWords.said(answer).forEach(parent.ctl.terminal().out()::println);
            return Exit.OK.code();
        }
    }
}
