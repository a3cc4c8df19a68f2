package org.mailstation.desktop.cli;

import org.mailstation.control.StationStatus;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.finding.Health;
import org.mailstation.words.Exit;
import org.mailstation.words.StatusWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How is the station? */
@Command(
        name = "status",
        description = "Says how the station is, and what to do if it is not fine.",
        mixinStandardHelpOptions = true)
final class StatusCommand extends Subcommand {
    @Option(names = "--json", description = "everything, as JSON")
    private boolean json;

    @Mixin private SignInOptions signIn = new SignInOptions();

    @Override
    Exit run() throws FailureException {
        try (Nas nas = signIn.signIn(program());
                Station station = nas.station()) {
            StationStatus status = station.status();
            terminal().answer(status, json, () -> StatusWords.lines(status));
            return status.health() == Health.FINE ? Exit.OK : Exit.ATTENTION;
        }
    }
}
