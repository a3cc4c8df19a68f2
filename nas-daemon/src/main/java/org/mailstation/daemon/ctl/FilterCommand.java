package org.mailstation.daemon.ctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.mailstation.control.FilterAnswer;
import org.mailstation.control.FilterRequest;
import org.mailstation.control.FilterRequest.Wanted;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Filter rules of a mailbox. */
@Command(
        name = "filter",
        description = "Lists, checks and changes the filter rules (Sieve) of a mailbox.",
        synopsisSubcommandLabel = "COMMAND")
final class FilterCommand {
    @ParentCommand private Ctl ctl;

    @Command(name = "list", description = "Prints one filter a line, the active one marked.")
    int list(@Parameters(paramLabel = "ADDRESS") String address) throws CtlException {
        FilterAnswer.Scripts answer = ask(address, Wanted.LIST, "", "");
        Terminal terminal = ctl.terminal();
        if (answer.scripts().isEmpty()) {
            terminal.say(Text.of("filter.no-filter"));
        }
        for (FilterAnswer.Named one : answer.scripts()) {
            String mark = one.active() ? "\t" + Text.of("filter.mark").words() : "";
            terminal.out().println(one.name() + mark);
        }
        return Exit.OK.code();
    }

    @Command(name = "show", description = "Prints a filter.")
    int show(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Parameters(paramLabel = "NAME") String name)
            throws CtlException {
        ctl.terminal().out().print(ask(address, Wanted.SHOW, name, "").text());
        return Exit.OK.code();
    }

    @Command(name = "put", description = "Stores a filter, if it can be understood.")
    int put(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "FILE", description = "- is standard input") Path file)
            throws CtlException, IOException {
        FilterAnswer.Scripts _ = ask(address, Wanted.PUT, name, text(file));
        ctl.terminal().say(Text.of("filter.stored", name));
        return Exit.OK.code();
    }

    @Command(name = "activate", description = "Lets letters pass a filter; without a name, none.")
    int activate(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Parameters(paramLabel = "NAME", arity = "0..1", defaultValue = "") String name)
            throws CtlException {
        FilterAnswer.Scripts _ = ask(address, Wanted.ACTIVATE, name, "");
        ctl.terminal()
                .say(
                        name.isEmpty()
                                ? Text.of("filter.none-active")
                                : Text.of("filter.activated", address, name));
        return Exit.OK.code();
    }

    @Command(name = "remove", description = "Removes a filter that is not active.")
    int remove(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Parameters(paramLabel = "NAME") String name)
            throws CtlException {
        FilterAnswer.Scripts _ = ask(address, Wanted.REMOVE, name, "");
        ctl.terminal().say(Text.of("filter.removed", name));
        return Exit.OK.code();
    }

    @Command(name = "check", description = "Tells whether a filter could be used.")
    int check(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Parameters(paramLabel = "FILE", description = "- is standard input") Path file)
            throws CtlException, IOException {
        FilterAnswer.Scripts _ = ask(address, Wanted.CHECK, "", text(file));
        ctl.terminal().say(Text.of("filter.good"));
        return Exit.OK.code();
    }

    private String text(Path file) throws CtlException, IOException {
        if (file.toString().equals("-")) {
            return ctl.terminal().readAll();
        }
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new CtlException(
                    Exit.NOT_FOUND,
                    Text.of("ctl.file.unreadable", file, String.valueOf(unreadable.getMessage())));
        }
    }

    private FilterAnswer.Scripts ask(String address, Wanted wanted, String name, String text)
            throws CtlException {
        FilterRequest request =
                new FilterRequest(address.toLowerCase(Locale.ROOT), wanted, name, text);
        try (StationClient client = ctl.connect()) {
            return switch (client.ask(station -> station.filters(request))) {
                case FilterAnswer.Scripts scripts -> scripts;
                case FilterAnswer.NoSuchAccount(var missing) ->
                        throw new CtlException(
                                Exit.NOT_FOUND, Text.of("ctl.account.none", missing));
                case FilterAnswer.NoSuchScript(var missing) ->
                        throw new CtlException(Exit.NOT_FOUND, Text.of("filter.unknown", missing));
                case FilterAnswer.Refused(var reason) ->
                        throw new CtlException(Exit.REJECTED, reason);
            };
        }
    }
}
