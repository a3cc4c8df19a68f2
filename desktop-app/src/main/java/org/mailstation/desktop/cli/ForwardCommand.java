package org.mailstation.desktop.cli;

import org.mailstation.control.Forwards;
import org.mailstation.control.ForwardsRequest.Wanted;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.finding.Health;
import org.mailstation.words.Exit;
import org.mailstation.words.ForwardWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What does the router lead to the NAS? */
@Command(
        name = "forward",
        description =
                "Says which ports the router leads to the NAS, or what to enter there by hand.",
        mixinStandardHelpOptions = true)
final class ForwardCommand extends Subcommand {
    @Option(names = "--json", description = "everything, as JSON")
    private boolean json;

    @Option(names = "--again", description = "search and ask the router now")
    private boolean again;

    @Mixin private SignInOptions signIn = new SignInOptions();

    @Override
    Exit run() throws FailureException {
        try (Nas nas = signIn.signIn(program());
                Station station = nas.station()) {
            Forwards forwards =
                    station.forwards(again ? Wanted.ASK_AGAIN : Wanted.TELL, Cancellation.never());
            terminal().answer(forwards, json, () -> ForwardWords.lines(forwards));
            boolean asWished =
                    forwards.findings().isEmpty() || Health.of(forwards.findings()) == Health.FINE;
            return asWished ? Exit.OK : Exit.ATTENTION;
        }
    }
}
