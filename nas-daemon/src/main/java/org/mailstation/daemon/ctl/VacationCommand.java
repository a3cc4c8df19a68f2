package org.mailstation.daemon.ctl;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Vacation;
import org.mailstation.control.VacationAnswer;
import org.mailstation.control.VacationRequest;
import org.mailstation.control.VacationRequest.Wanted;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What is answered while somebody is away. */
@Command(
        name = "vacation",
        description =
                "Shows what is answered in the name of somebody who is away, or says it; each"
                        + " sender is told once a week.")
final class VacationCommand implements Callable<Integer> {
    @ParentCommand private Ctl ctl;

    @Parameters(paramLabel = "ADDRESS", description = "the mailbox")
    private String address;

    @Option(names = "--on", paramLabel = "TEXT", description = "answers this from now on")
    private @Nullable String text;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            defaultValue = "",
            description = "first day, as 2026-07-31")
    private String from;

    @Option(names = "--until", paramLabel = "DATE", defaultValue = "", description = "last day")
    private String until;

    @Option(names = "--off", description = "answers nothing any more")
    private boolean off;

    @Override
    public Integer call() throws CtlException {
        String lower = address.toLowerCase(Locale.ROOT);
        String words = text;
        if (off && words != null) {
            throw new CtlException(Exit.USAGE, Text.of("vacation.both"));
        }
        if (words == null && !(from + until).isEmpty()) {
            throw new CtlException(Exit.USAGE, Text.of("vacation.days"));
        }
        Wanted wanted = words != null ? Wanted.ON : off ? Wanted.OFF : Wanted.SHOW;
        Vacation vacation = words == null ? null : new Vacation(words, from, until);
        VacationRequest request = new VacationRequest(lower, wanted, vacation);
        try (StationClient client = ctl.connect()) {
            return switch (client.ask(station -> station.vacation(request))) {
                case VacationAnswer.State(var now) -> show(lower, now);
                case VacationAnswer.NoSuchAccount(var missing) ->
                        throw new CtlException(
                                Exit.NOT_FOUND, Text.of("ctl.account.none", missing));
                case VacationAnswer.Refused(var reason) ->
                        throw new CtlException(Exit.REJECTED, reason);
            };
        }
    }

    private int show(String account, @Nullable Vacation now) {
        Terminal terminal = ctl.terminal();
        if (now == null) {
            terminal.say(Text.of("vacation.off", account));
            return Exit.OK.code();
        }
        terminal.say(Text.of("vacation.on", account));
        now.text().lines().forEach(line -> terminal.out().println("    " + line));
        if (!now.from().isEmpty()) {
            terminal.say(Text.of("vacation.from", now.from()));
        }
        if (!now.until().isEmpty()) {
            terminal.say(Text.of("vacation.until", now.until()));
        }
        return Exit.OK.code();
    }
}
