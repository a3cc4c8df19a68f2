package org.mailstation.daemon.ctl;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.BackupRequest;
import org.mailstation.control.BackupRequest.Wanted;
import org.mailstation.control.ControlJson;
import org.mailstation.control.Secret;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Copies of everything. */
@Command(
        name = "backup",
        description = {
            "Copies letters, flags, configuration and accounts to another disk or computer; only what is"
                    + " not there yet is copied. Mail goes on meanwhile. Ctrl-C ends it; the next"
                    + " call goes on from there.",
            "PLACE is a folder of the NAS, as /volumeUSB1/usbshare/mail, or"
                    + " ssh://user@host[:port]/folder. It must exist."
        })
final class BackupCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "PLACE", arity = "0..1", description = "where to")
    private @Nullable String place;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "removes older backups there, so that N are left")
    private int keep;

    @Option(
            names = "--passphrase",
            description =
                    "reads a passphrase from standard input and seals the secrets by it; otherwise the"
                            + " one of \"secret put backup\" is used, and without any the secrets are left out")
    private boolean passphrase;

    @Option(names = "--json", description = "the answer as JSON")
    private boolean json;

    @Override
    public Integer call() throws CtlException {
        String to = place;
        if (to == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Missing PLACE.");
        }
        Secret secret = passphrase ? ctl.terminal().readSecret() : null;
        return ask(new BackupRequest(Wanted.MAKE, to, "", keep, "", secret), json);
    }

    @Command(name = "list", description = "Names the backups at a place.")
    int list(
            @Parameters(paramLabel = "PLACE") String from,
            @Option(names = "--json", description = "the answer as JSON") boolean asJson)
            throws CtlException {
        return ask(new BackupRequest(Wanted.LIST, from, "", 0, "", null), asJson);
    }

    @Command(
            name = "verify",
            description =
                    "Brings a backup into a folder aside, opens it there, and compares counts and"
                            + " hashes. Needs as much room as the backup.")
    int verify(
            @Parameters(paramLabel = "PLACE") String from,
            @Option(
                            names = "--at",
                            paramLabel = "DATE",
                            defaultValue = "",
                            description = "the newest one of that day or before")
                    String at,
            @Option(names = "--json", description = "the answer as JSON") boolean asJson)
            throws CtlException {
        return ask(new BackupRequest(Wanted.VERIFY, from, at, 0, "", null), asJson);
    }

    @Command(
            name = "key",
            description =
                    "Shows the line for authorized_keys of the other computer, and the fingerprints of its"
                            + " keys to compare.")
    int key(
            @Parameters(paramLabel = "PLACE") String from,
            @Option(
                            names = "--trust",
                            paramLabel = "FINGERPRINT",
                            defaultValue = "",
                            description = "this is the other computer's key, as SHA256:…")
                    String fingerprint,
            @Option(names = "--json", description = "the answer as JSON") boolean asJson)
            throws CtlException {
        return ask(new BackupRequest(Wanted.KEY, from, "", 0, fingerprint, null), asJson);
    }

    private int ask(BackupRequest request, boolean asJson) throws CtlException {
        Course course = new Course(ctl.terminal());
        try (StationClient client = StationClient.connect(ctl.socket(), course)) {
            BackupOutcome outcome = client.ask(station -> station.backup(request));
            course.end();
            if (outcome instanceof BackupOutcome.Refused(Text reason)) {
                throw new CtlException(Exit.REJECTED, reason);
            }
            if (asJson) {
                ctl.terminal().out().println(ControlJson.write(outcome));
            } else {
                lines(outcome).forEach(ctl.terminal()::say);
            }
            return code(outcome).code();
        }
    }

    private static Exit code(BackupOutcome outcome) {
        boolean fine =
                switch (outcome) {
                    case BackupOutcome.Made made -> made.missing() == 0;
                    case BackupOutcome.Verified verified -> verified.damages() == 0;
                    case BackupOutcome.Listed _, BackupOutcome.Keys _, BackupOutcome.Refused _ ->
                            true;
                };
        return fine ? Exit.OK : Exit.ATTENTION;
    }

    private static List<Text> lines(BackupOutcome outcome) {
        return switch (outcome) {
            case BackupOutcome.Made made -> BackupWords.made(made);
            case BackupOutcome.Listed listed -> BackupWords.listed(listed);
            case BackupOutcome.Verified verified -> BackupWords.verified(verified);
            case BackupOutcome.Keys keys -> BackupWords.keys(keys);
            case BackupOutcome.Refused(Text reason) -> List.of(reason);
        };
    }
}
