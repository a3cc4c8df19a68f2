package org.mailstation.desktop.cli;

import org.mailstation.control.DdnsStatus;
import org.mailstation.control.DdnsTried;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;
import org.mailstation.words.DdnsWords;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How does the name follow the line's address? */
@Command(
        name = "ddns",
        description = "Says how the name follows the changing address, and when it changed.",
        mixinStandardHelpOptions = true,
        subcommands = DdnsCommand.Test.class)
final class DdnsCommand extends Subcommand {
    @Option(names = "--json", description = "everything, as JSON")
    private boolean json;

    @Option(names = "--now", description = "looks for the address first, which takes some seconds")
    private boolean now;

    @Mixin private SignInOptions signIn = new SignInOptions();

    @Override
    Exit run() throws FailureException {
        try (Nas nas = signIn.signIn(program());
                Station station = nas.station()) {
            DdnsStatus status = station.ddns(now);
            terminal().answer(status, json, () -> DdnsWords.lines(status));
            boolean fine =
                    status.provider().isEmpty() || Health.of(status.findings()) == Health.FINE;
            return fine ? Exit.OK : Exit.ATTENTION;
        }
    }

    /** Does the provider take the login? */
    @Command(
            name = "test",
            description = "Tries the login at the provider, after something was changed.",
            mixinStandardHelpOptions = true)
    static final class Test extends Subcommand {
        @Mixin private SignInOptions signIn = new SignInOptions();

        @Override
        Exit run() throws FailureException {
            try (Nas nas = signIn.signIn(program());
                    Station station = nas.station()) {
                DdnsTried tried = station.testDdns(Cancellation.never());
                Text words = DdnsWords.of(tried);
                if (tried instanceof DdnsTried.Works) {
                    terminal().out().println(words.words());
                    return Exit.OK;
                }
                terminal().complain(words);
                return tried instanceof DdnsTried.Refused ? Exit.REJECTED : Exit.ATTENTION;
            }
        }
    }
}
