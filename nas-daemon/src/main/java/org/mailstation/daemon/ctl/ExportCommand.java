package org.mailstation.daemon.ctl;

import org.mailstation.control.MoveRequest;
import org.mailstation.control.MoveRequest.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Letters are written for elsewhere. */
@Command(
        name = "export",
        description = "Writes the letters of a mailbox into files that other programs read.",
        synopsisSubcommandLabel = "COMMAND")
final class ExportCommand {
    @ParentCommand private Ctl ctl;

    @Command(name = "maildir", description = "As a Maildir with folders, as Dovecot has it.")
    int maildir(
            @Parameters(paramLabel = "DIR", description = "on this NAS") String place,
            @Option(names = "--from", paramLabel = "ADDRESS[/FOLDER]", required = true) String from,
            @Option(names = "--json", description = "the answer as JSON") boolean json)
            throws CtlException {
        return Moved.ask(ctl, new MoveRequest(Kind.TO_MAILDIR, place, from, null), json);
    }

    @Command(name = "mbox", description = "As one file for each folder (mboxrd).")
    int mbox(
            @Parameters(paramLabel = "DIR", description = "on this NAS, new or empty") String place,
            @Option(names = "--from", paramLabel = "ADDRESS[/FOLDER]", required = true) String from,
            @Option(names = "--json", description = "the answer as JSON") boolean json)
            throws CtlException {
        return Moved.ask(ctl, new MoveRequest(Kind.TO_MBOX, place, from, null), json);
    }
}
