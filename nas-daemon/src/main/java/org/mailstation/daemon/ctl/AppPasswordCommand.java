package org.mailstation.daemon.ctl;

import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.AppPasswordRequest;
import org.mailstation.control.AppPasswordRequest.Wanted;
import org.mailstation.control.AppPasswords;
import org.mailstation.control.Secret;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Passwords of single devices. */
@Command(
        name = "app-password",
        description =
                "Lists the devices of a mailbox that have a password of their own, makes one or"
                        + " takes one away.")
final class AppPasswordCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Parameters(paramLabel = "ADDRESS", description = "the mailbox")
    private String address;

    @ArgGroup private @Nullable Change change;

    /** One of the two, or none. */
    static final class Change {
        @Option(
                names = "--make",
                paramLabel = "DEVICE",
                description = "makes one for this device and shows it, this one time")
        private String made;

        @Option(
                names = "--revoke",
                paramLabel = "DEVICE",
                description = "this device cannot sign in with it any more")
        private String revoked;
    }

    @Override
    public Integer call() throws CtlException {
        try (StationClient client = ctl.connect()) {
            return switch (client.ask(station -> station.appPasswords(request()))) {
                case AppPasswords.Devices devices -> show(devices);
                case AppPasswords.NoSuchAccount(var missing) ->
                        throw new CtlException(
                                Exit.NOT_FOUND, Text.of("ctl.account.none", missing));
                case AppPasswords.Refused(var reason) ->
                        throw new CtlException(Exit.REJECTED, reason);
            };
        }
    }

    private AppPasswordRequest request() {
        String lower = address.toLowerCase(Locale.ROOT);
        Change wanted = change;
        if (wanted == null) {
            return new AppPasswordRequest(lower, Wanted.LIST, "");
        }
        return wanted.made != null
                ? new AppPasswordRequest(lower, Wanted.MAKE, wanted.made)
                : new AppPasswordRequest(lower, Wanted.REVOKE, wanted.revoked);
    }

    private int show(AppPasswords.Devices answer) {
        Terminal terminal = ctl.terminal();
        Secret made = answer.made();
        if (made != null) {
            terminal.out().println(made.reveal());
            terminal.say(Text.of("app-password.made"));
            return Exit.OK.code();
        }
        if (answer.devices().isEmpty()) {
            terminal.say(Text.of("app-password.no-device"));
        }
        answer.devices()
                .forEach(
                        one ->
                                terminal.out()
                                        .println(
                                                one.made()
                                                                .atZone(ZoneId.systemDefault())
                                                                .toLocalDate()
                                                        + "\t"
                                                        + one.name()));
        return Exit.OK.code();
    }
}
