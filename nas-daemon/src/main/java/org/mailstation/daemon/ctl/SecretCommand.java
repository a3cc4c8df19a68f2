package org.mailstation.daemon.ctl;

import org.mailstation.control.PutSecret;
import org.mailstation.control.SecretOutcome;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Passwords that the station itself needs at other servers. */
@Command(
        name = "secret",
        description = "Stores a password that the station needs at another server.",
        synopsisSubcommandLabel = "COMMAND")
final class SecretCommand {
    @ParentCommand private Ctl ctl;

    @Command(
            name = "put",
            description = "Stores a secret, read from standard input. It cannot be read back.")
    int put(@Parameters(paramLabel = "NAME", description = "relay, ddns or backup") String name)
            throws CtlException {
        PutSecret request = new PutSecret(name, ctl.terminal().readSecret());
        try (StationClient client = ctl.connect()) {
            return switch (client.ask(station -> station.putSecret(request))) {
                case SecretOutcome.Stored _ -> {
                    ctl.terminal().say(Text.of("ctl.secret.stored", name));
                    yield Exit.OK.code();
                }
                case SecretOutcome.UnknownName _ ->
                        throw new CtlException(Exit.REJECTED, Text.of("ctl.secret.unknown", name));
            };
        }
    }
}
