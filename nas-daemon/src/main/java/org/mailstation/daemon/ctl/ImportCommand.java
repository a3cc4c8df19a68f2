package org.mailstation.daemon.ctl;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.MoveRequest;
import org.mailstation.control.MoveRequest.Kind;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Letters come here from elsewhere. */
@Command(
        name = "import",
        description =
                "Brings letters here, with folders, flags and dates. It can be run again at any time: what"
                        + " is here already is not brought twice. Ctrl-C ends it; the next call goes on.")
final class ImportCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;
    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "imap://USER@SERVER[:PORT]",
            arity = "0..1",
            description =
                    "another provider, whose password is read from standard input; an at sign in the user's"
                            + " name as %%40. Without a port, or with 993, TLS comes first, else STARTTLS.")
    private @Nullable String place;

    @Option(
            names = "--to",
            paramLabel = "ADDRESS[/FOLDER]",
            description = "the mailbox here, and perhaps one folder for everything")
    private @Nullable String to;

    @Option(names = "--json", description = "the answer as JSON")
    private boolean json;

    @Override
    public Integer call() throws CtlException {
        String from = place;
        String mailbox = to;
        if (from == null || mailbox == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Missing the place or --to.");
        }
        MoveRequest request =
                new MoveRequest(Kind.FROM_IMAP, from, mailbox, ctl.terminal().readSecret());
        return Moved.ask(ctl, request, json);
    }

    @Command(
            name = "maildir",
            description =
                    "From a Maildir of Dovecot, Courier or Synology's Mail Station; flags and dates are kept.")
    int maildir(
            @Parameters(paramLabel = "DIR", description = "on this NAS") String place,
            @Option(names = "--to", paramLabel = "ADDRESS[/FOLDER]", required = true) String to,
            @Option(names = "--json", description = "the answer as JSON") boolean json)
            throws CtlException {
        return Moved.ask(ctl, new MoveRequest(Kind.FROM_MAILDIR, place, to, null), json);
    }

    @Command(name = "mbox", description = "From one file with many letters.")
    int mbox(
            @Parameters(paramLabel = "FILE", description = "on this NAS") String place,
            @Option(names = "--to", paramLabel = "ADDRESS[/FOLDER]", required = true) String to,
            @Option(names = "--json", description = "the answer as JSON") boolean json)
            throws CtlException {
        return Moved.ask(ctl, new MoveRequest(Kind.FROM_MBOX, place, to, null), json);
    }
}
