package org.mailstation.desktop.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.mailstation.bounce.Bounces;
import org.mailstation.bounce.Explanation;
import org.mailstation.bounce.Reading;
import org.mailstation.desktop.flow.ReturnedLetters;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;
import org.mailstation.words.BounceWords;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why did a letter come back? */
@Command(
        name = "explain",
        description =
                "Says of a letter that came back who refused it, why, whose matter that is, whether it is tried again, and what to do; together with what the station's log knows of it. Works without a station, too.",
        mixinStandardHelpOptions = true)
final class ExplainCommand extends Subcommand {
    @Parameters(
            paramLabel = "FILE",
            description =
                    "the returned letter as a file (.eml), or a text copied from it; - reads standard input")
    private String file = "";

    @Option(names = "--json", description = "everything, as JSON")
    private boolean json;

    @Option(names = "--no-log", description = "do not ask the station")
    private boolean noLog;

    @Mixin private SignInOptions signIn = new SignInOptions();

    @Override
    Exit run() throws FailureException {
        signIn.readPassword(terminal());
        Explanation found = explain(read());
        terminal().answer(found, json, () -> BounceWords.lines(found, ZoneId.systemDefault()));
        return found.isReturned() ? Exit.OK : Exit.ATTENTION;
    }

    private Reading read() throws FailureException {
        try {
            if (file.equals("-")) {
                return Bounces.read(terminal().in());
            }
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                return Bounces.read(in);
            }
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw CliFailure.because(Exit.NOT_FOUND, "cli.explain.unreadable", file);
        }
    }

    private Explanation explain(Reading reading) {
        if (noLog || reading instanceof Reading.Other) {
            return ReturnedLetters.explain(reading, Text.of("bounce.log.not-wanted"));
        }
        try {
            Optional<StationProfile> profile = program().parts().profiles().load();
            if (profile.isEmpty()) {
                return ReturnedLetters.explain(reading, Text.of("bounce.log.no-station"));
            }
            // a script that only wants to know what a letter says need not know the password
            if (!signIn.canSignIn(terminal(), profile.get())) {
                return ReturnedLetters.explain(reading, Text.of("bounce.log.no-login"));
            }
            return asking(reading, profile.get());
        } catch (IOException e) {
            return ReturnedLetters.explain(reading, Text.of("bounce.log.no-station"));
        }
    }

    private Explanation asking(Reading reading, StationProfile profile) {
        try (Nas nas = signIn.signIn(program(), profile, "");
                Station station = nas.station()) {
            return ReturnedLetters.explain(reading, station, Cancellation.never());
        } catch (FailureException e) {
            return ReturnedLetters.explain(
                    reading, Text.of("bounce.log.not-asked", e.failure().text().words()));
        }
    }
}
