package org.mailstation.daemon.ctl;

import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.mailstation.control.QueueRequest;
import org.mailstation.control.QueueRequest.Wanted;
import org.mailstation.control.WaitingLetters;
import org.mailstation.words.Exit;
import org.mailstation.words.QueueWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Letters that wait to leave: to be tried at once, or given up. */
@Command(
        name = "queue",
        description = "Lists the letters that wait to leave, and why.",
        subcommands = {
            QueueCommand.Listing.class,
            QueueCommand.Try.class,
            QueueCommand.GiveUp.class
        })
final class QueueCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Override
    public Integer call() throws CtlException {
        return list(false);
    }

    private int list(boolean json) throws CtlException {
        WaitingLetters waiting = ask(new QueueRequest(Wanted.LIST, ""));
        ctl.terminal()
                .answer(waiting, json, () -> QueueWords.lines(waiting, ZoneId.systemDefault()));
        return Exit.OK.code();
    }

    private WaitingLetters ask(QueueRequest request) throws CtlException {
        try (StationClient client = ctl.connect()) {
            return client.ask(station -> station.queue(request));
        }
    }

    private int told(String words, boolean found) {
        ctl.terminal().out().println(words);
        return (found ? Exit.OK : Exit.NOT_FOUND).code();
    }

    @Command(name = "list", description = "lists them; so does queue alone")
    static final class Listing implements Callable<Integer> {
        @ParentCommand private QueueCommand parent;

        @Option(names = "--json", description = "everything, as JSON")
        private boolean json;

        @Override
        public Integer call() throws CtlException {
            return parent.list(json);
        }
    }

    @Command(name = "try", description = "tries them at once instead of at their time")
    static final class Try implements Callable<Integer> {
        @ParentCommand private QueueCommand parent;

        @Parameters(
                paramLabel = "ID",
                arity = "0..1",
                defaultValue = "",
                description = "as the list shows it; without it all of them")
        private String id;

        @Override
        public Integer call() throws CtlException {
            boolean found = parent.ask(new QueueRequest(Wanted.TRY_NOW, id)).found();
            return parent.told(QueueWords.tried(found), found);
        }
    }

    @Command(
            name = "give-up",
            description = "stops trying one; its sender gets it back with a report")
    static final class GiveUp implements Callable<Integer> {
        @ParentCommand private QueueCommand parent;

        @Parameters(paramLabel = "ID", description = "as the list shows it")
        private String id;

        @Option(names = "--yes", description = "do it; otherwise it is only said")
        private boolean yes;

        @Override
        public Integer call() throws CtlException {
            if (!yes) {
                return parent.told(QueueWords.sure(id), true);
            }
            boolean found = parent.ask(new QueueRequest(Wanted.GIVE_UP, id)).found();
            return parent.told(QueueWords.givenUp(found), found);
        }
    }
}
