package org.mailstation.daemon.ctl;

import java.util.List;
import java.util.concurrent.Callable;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.BackupRequest;
import org.mailstation.control.BackupRequest.Wanted;
import org.mailstation.control.ControlJson;
import org.mailstation.control.Secret;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Copies of everything. */
@Command(
        name = "backup",
        description = {
            "Copies letters, flags, configuration and accounts to another disk or computer; only what is"
                    + " not there yet is copied. Mail goes on meanwhile. Ctrl-C ends it; the next"
                    + " call goes on from there.",
            "PLACE is a folder of the NAS, as /volumeUSB1/usbshare/mail, or"
                    + " ssh://user@host[:port]/folder. It must exist. Without it, a backup is made now"
                    + " where the configuration has them made by themselves."
        })
final class BackupCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;
    @Mixin private At at = new At();

    @Option(
            names = "--keep",
            paramLabel = "N",
            description =
                    "removes older backups there, so that N are left; without PLACE as many as the"
                            + " configuration says")
    private int keep;

    @Option(
            names = "--passphrase",
            description =
                    "reads a passphrase from standard input and seals the secrets by it; otherwise the"
                            + " one of \"secret put backup\" is used, and without any the secrets are left out")
    private boolean passphrase;

    /** Where, and how the answer is wanted. */
    static final class At {
        @Parameters(
                paramLabel = "PLACE",
                arity = "0..1",
                defaultValue = "",
                description = "where to; without it, where the configuration has backups made")
        private String place = "";

        @Option(names = "--json", description = "the answer as JSON")
        private boolean json;
    }

    @Override
    public Integer call() throws CtlException {
        Secret secret = passphrase ? ctl.terminal().readSecret() : null;
        return ask(new BackupRequest(Wanted.MAKE, at.place, "", keep, "", secret), at);
    }

    @Command(
            name = "plan",
            description = "Tells how it goes with the backups that are made by themselves.")
    int plan(@Option(names = "--json", description = "the answer as JSON") boolean asJson)
            throws CtlException {
        At nowhere = new At();
        nowhere.json = asJson;
        return ask(request(Wanted.PLAN, nowhere, "", ""), nowhere);
    }

    @Command(
            name = "list",
            description =
                    "Names the backups at a place; without PLACE, also how it goes with those that are"
                            + " made by themselves.")
    int list(@Mixin At from) throws CtlException {
        if (from.place.isEmpty() && !from.json) {
            plan(false);
        }
        return ask(request(Wanted.LIST, from, "", ""), from);
    }

    @Command(
            name = "verify",
            description =
                    "Brings a backup into a folder aside, opens it there, and compares counts and"
                            + " hashes. Needs as much room as the backup.")
    int verify(
            @Mixin At from,
            @Option(
                            names = "--at",
                            paramLabel = "DATE",
                            defaultValue = "",
                            description = "the newest one of that day or before")
                    String date)
            throws CtlException {
        return ask(request(Wanted.VERIFY, from, date, ""), from);
    }

    @Command(
            name = "key",
            description =
                    "Shows the line for authorized_keys of the other computer, and the fingerprints of its"
                            + " keys to compare.")
    int key(
            @Mixin At from,
            @Option(
                            names = "--trust",
                            paramLabel = "FINGERPRINT",
                            defaultValue = "",
                            description = "this is the other computer's key, as SHA256:…")
                    String fingerprint)
            throws CtlException {
        return ask(request(Wanted.KEY, from, "", fingerprint), from);
    }

    private static BackupRequest request(Wanted wanted, At at, String date, String fingerprint) {
        return new BackupRequest(wanted, at.place, date, 0, fingerprint, null);
    }

    private int ask(BackupRequest request, At at) throws CtlException {
        Course course = new Course(ctl.terminal());
        try (StationClient client = StationClient.connect(ctl.socket(), course)) {
            BackupOutcome outcome = client.ask(station -> station.backup(request));
            course.end();
            if (outcome instanceof BackupOutcome.Refused(Text reason)) {
                throw new CtlException(Exit.REJECTED, reason);
            }
            if (at.json) {
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
                    case BackupOutcome.Plan plan -> plan.failures() == 0;
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
            case BackupOutcome.Plan plan -> BackupWords.plan(plan);
            case BackupOutcome.Refused(Text reason) -> List.of(reason);
        };
    }
}
