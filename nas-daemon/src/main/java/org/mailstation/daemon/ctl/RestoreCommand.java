package org.mailstation.daemon.ctl;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.mailstation.control.ControlJson;
import org.mailstation.control.RestoreOutcome;
import org.mailstation.control.RestoreRequest;
import org.mailstation.control.StationControl;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** A backup comes back. */
@Command(
        name = "restore",
        description =
                "Brings a backup back: a whole station onto a new NAS, with all numbers and flags, or one"
                        + " mailbox into the running station. No newer letter is ever removed.")
final class RestoreCommand implements Callable<Integer> {
    private static final int TRIES = 300;
    private static final int PAUSE_MILLISECONDS = 300;

    @ParentCommand private Ctl ctl;

    @Parameters(
            paramLabel = "PLACE",
            description = "where the backups are: a folder, or ssh://user@host[:port]/folder")
    private String place;

    @Option(
            names = "--at",
            paramLabel = "DATE",
            description = "the newest one of that day or before; otherwise the newest")
    private String at = "";

    @Option(
            names = "--mailbox",
            paramLabel = "ADDRESS[/FOLDER]",
            description = "only this; into a folder \"Restored …\"")
    private String mailbox = "";

    @Option(
            names = "--in-place",
            description = "with --mailbox: puts missing letters where they were")
    private boolean inPlace;

    @Option(
            names = "--replace",
            description =
                    "also if this station has letters; everything of it is kept in a folder"
                            + " before-restore-… beside")
    private boolean replace;

    @Option(
            names = "--passphrase",
            description = "reads the passphrase of the sealed secrets from standard input")
    private boolean passphrase;

    @Option(names = "--json", description = "the answer as JSON")
    private boolean json;

    @Override
    public Integer call() throws CtlException {
        RestoreRequest request =
                new RestoreRequest(
                        place,
                        at,
                        mailbox,
                        inPlace,
                        replace,
                        passphrase ? ctl.terminal().readSecret() : null);
        Course course = new Course(ctl.terminal());
        try (StationClient client = StationClient.connect(ctl.socket(), course)) {
            RestoreOutcome outcome = client.ask(station -> station.restore(request));
            course.end();
            if (outcome instanceof RestoreOutcome.Ready) {
                client.awaitEnd();
                awaitDaemon();
            }
            return tell(outcome).code();
        }
    }

    private Exit tell(RestoreOutcome outcome) throws CtlException {
        Terminal terminal = ctl.terminal();
        if (json && !(outcome instanceof RestoreOutcome.Refused)) {
            terminal.out().println(ControlJson.write(outcome));
        }
        return switch (outcome) {
            case RestoreOutcome.Ready ready -> {
                if (!json) {
                    BackupWords.ready(ready).forEach(terminal::say);
                }
                yield ready.damages() > 0 || !ready.missing().isEmpty() ? Exit.ATTENTION : Exit.OK;
            }
            case RestoreOutcome.Mailbox back -> {
                if (!json) {
                    BackupWords.mailbox(back).forEach(terminal::say);
                }
                yield back.damages() > 0 ? Exit.ATTENTION : Exit.OK;
            }
            case RestoreOutcome.Refused(Text reason) ->
                    throw new CtlException(Exit.REJECTED, reason);
        };
    }

    /** The daemon starts anew with what was brought. */
    private void awaitDaemon() throws CtlException {
        for (int tries = TRIES; ; tries--) {
            try (StationClient client = ctl.connect()) {
                client.ask(StationControl::status);
                return;
            } catch (CtlException notYet) {
                if (tries == 0) {
                    throw notYet;
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CtlException(Exit.SURPRISE, Text.of("ctl.interrupted"));
            }
        }
    }
}
