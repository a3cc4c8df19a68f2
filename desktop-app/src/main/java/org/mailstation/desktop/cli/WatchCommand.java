package org.mailstation.desktop.cli;

import java.time.ZoneId;
import org.mailstation.control.StationControl;
import org.mailstation.control.WatchAnswer;
import org.mailstation.control.WatchRequest;
import org.mailstation.control.Watched;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.words.Exit;
import org.mailstation.words.WatchWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What changed when? */
@Command(
        name = "watch",
        description =
                "Says what the station saw when it looked at itself: what is not as it should be, what changed when, and whether the owner was told.",
        mixinStandardHelpOptions = true,
        subcommands = {WatchCommand.Now.class, WatchCommand.Letter.class})
final class WatchCommand extends Subcommand {
    @Option(names = "--json", description = "everything, as JSON")
    private boolean json;

    @Mixin private SignInOptions signIn = new SignInOptions();

    @Override
    Exit run() throws FailureException {
        try (Nas nas = signIn.signIn(program());
                Station station = nas.station()) {
            return show(this, station.ask(StationControl::watched, Cancellation.never()), json);
        }
    }

    private static Exit show(Subcommand command, Watched watched, boolean json) {
        command.terminal()
                .answer(watched, json, () -> WatchWords.lines(watched, ZoneId.systemDefault()));
        return watched.troubles().isEmpty() ? Exit.OK : Exit.ATTENTION;
    }

    private static WatchAnswer have(Station station, WatchRequest.Wanted wanted)
            throws FailureException {
        return station.work(
                control -> control.watch(new WatchRequest(wanted)), _ -> {}, Cancellation.never());
    }

    private static Exit refused(Subcommand command, WatchAnswer answer) {
        WatchWords.said(answer).forEach(command.terminal().err()::println);
        return Exit.REJECTED;
    }

    /** Looks now. */
    @Command(
            name = "now",
            description =
                    "Has the station look at everything at once, as it does by itself; takes up to 20 seconds.",
            mixinStandardHelpOptions = true)
    static final class Now extends Subcommand {
        @Option(names = "--json", description = "everything, as JSON")
        private boolean json;

        @Mixin private SignInOptions signIn = new SignInOptions();

        @Override
        Exit run() throws FailureException {
            try (Nas nas = signIn.signIn(program());
                    Station station = nas.station()) {
                WatchAnswer answer = have(station, WatchRequest.Wanted.LOOK);
                return answer.done() ? show(this, answer.watched(), json) : refused(this, answer);
            }
        }
    }

    /** Do letters to the owner arrive? */
    @Command(
            name = "letter",
            description =
                    "Has the station write its owner a letter as a trial, to show that such letters arrive.",
            mixinStandardHelpOptions = true)
    static final class Letter extends Subcommand {
        @Mixin private SignInOptions signIn = new SignInOptions();

        @Override
        Exit run() throws FailureException {
            try (Nas nas = signIn.signIn(program());
                    Station station = nas.station()) {
                WatchAnswer answer = have(station, WatchRequest.Wanted.LETTER);
                if (!answer.done()) {
                    return refused(this, answer);
                }
                WatchWords.said(answer).forEach(terminal().out()::println);
                return Exit.OK;
            }
        }
    }
}
