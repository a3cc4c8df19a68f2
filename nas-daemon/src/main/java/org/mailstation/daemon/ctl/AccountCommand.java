package org.mailstation.daemon.ctl;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mailstation.config.Account;
import org.mailstation.config.Parsed;
import org.mailstation.config.StationConfig;
import org.mailstation.config.toml.StationToml;
import org.mailstation.control.ConfigDocument;
import org.mailstation.control.NasUsers;
import org.mailstation.control.PasswordOutcome;
import org.mailstation.control.Secret;
import org.mailstation.control.SetPassword;
import org.mailstation.control.StationControl;
import org.mailstation.control.StationStatus;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Mailboxes and their passwords. */
@Command(
        name = "account",
        description = "Adds, removes and lists mailboxes, and sets their passwords.",
        synopsisSubcommandLabel = "COMMAND")
final class AccountCommand {
    private static final String STDIN = "take the password from standard input";

    @ParentCommand private Ctl ctl;

    @Command(
            name = "add",
            description =
                    "Makes a mailbox; with --from-nas one for each of these users of the NAS, in the main"
                            + " domain. They get passwords of their own: those of the NAS stay there.")
    int add(
            @Parameters(
                            paramLabel = "ADDRESS|NAME",
                            arity = "1..*",
                            description =
                                    "an address, or with --from-nas names as \"users\" prints them")
                    List<String> who,
            @Option(names = "--from-nas", description = "who is named has an account on the NAS")
                    boolean fromNas,
            @Option(
                            names = "--name",
                            paramLabel = "NAME",
                            defaultValue = "",
                            description = "the person's name")
                    String name,
            @Option(
                            names = "--quota",
                            paramLabel = "MB",
                            defaultValue = "0",
                            description = "room in megabytes; 0: as much as the disk has")
                    long quota,
            @Option(names = "--password-stdin", description = STDIN) boolean passwordStdin)
            throws CtlException, IOException {
        if (fromNas && !passwordStdin && name.isEmpty()) {
            return addFromNas(who, quota);
        }
        if (fromNas || who.size() > 1) {
            throw new CtlException(Exit.USAGE, Text.of("ctl.account.one"));
        }
        String lower = who.getFirst().toLowerCase(Locale.ROOT);
        Applying applying = Applying.over(ctl);
        try (StationClient client = applying.client()) {
            StationConfig config = running(client);
            Secret password = firstPassword(lower, passwordStdin);
            if (AccountEdit.has(config, lower)) {
                throw new CtlException(Exit.REJECTED, Text.of("ctl.account.exists", lower));
            }
            Account account = new Account(lower, name, quota, true);
            Exit exit = applying.apply(StationToml.write(AccountEdit.with(config, account)), false);
            if (exit == Exit.OK && password != null) {
                exit = set(client, lower, password);
            }
            return exit.code();
        }
    }

    private int addFromNas(List<String> names, long quota) throws CtlException, IOException {
        Applying applying = Applying.over(ctl);
        try (StationClient client = applying.client()) {
            StationConfig config = running(client);
            NasUsers users = client.ask(StationControl::nasUsers);
            List<Account> added = FromNas.accounts(users, names, config, quota);
            for (Account account : added) {
                config = AccountEdit.with(config, account);
            }
            Exit exit = applying.apply(StationToml.write(config), false);
            if (exit == Exit.OK) {
                added.forEach(
                        one -> ctl.terminal().say(Text.of("ctl.account.password", one.address())));
            }
            return exit.code();
        }
    }

    @Command(name = "passwd", description = "Sets the password of a mailbox.")
    int passwd(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Option(names = "--password-stdin", description = STDIN) boolean passwordStdin)
            throws CtlException {
        String lower = address.toLowerCase(Locale.ROOT);
        try (StationClient client = ctl.connect()) {
            Terminal terminal = ctl.terminal();
            Secret password = passwordStdin ? terminal.readSecret() : terminal.askPassword(lower);
            return set(client, lower, password).code();
        }
    }

    @Command(name = "remove", description = "Removes a mailbox from the configuration.")
    int remove(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Option(names = "--yes", description = "do not ask") boolean yes)
            throws CtlException, IOException {
        String lower = address.toLowerCase(Locale.ROOT);
        Applying applying = Applying.over(ctl);
        try (StationClient client = applying.client()) {
            StationConfig config = running(client);
            if (!AccountEdit.has(config, lower)) {
                throw noSuchAccount(lower);
            }
            return applying.apply(StationToml.write(AccountEdit.without(config, lower)), !yes)
                    .code();
        }
    }

    @Command(
            name = "forward",
            description = "Sends letters of a mailbox on to others; without TO, no longer.")
    int forward(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Parameters(paramLabel = "TO", arity = "0..*") List<String> to,
            @Option(names = "--no-copy", description = "keep none of them in the mailbox")
                    boolean noCopy,
            @Option(names = "--yes", description = "do not ask") boolean yes)
            throws CtlException, IOException {
        List<String> targets =
                to == null
                        ? List.of()
                        : to.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList();
        return change(address, account -> account.forwarding(targets, !noCopy), yes);
    }

    @Command(
            name = "save-sent",
            description =
                    "Puts what is sent from a mailbox into its folder of sent letters, for mail"
                            + " programs that do not.")
    int saveSent(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Option(names = "--off", description = "no longer") boolean off,
            @Option(names = "--yes", description = "do not ask") boolean yes)
            throws CtlException, IOException {
        return change(address, account -> account.savingSent(!off), yes);
    }

    @Command(
            name = "disable",
            description = "Lets nobody sign in to a mailbox; letters still arrive.")
    int disable(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Option(
                            names = "--refuse",
                            description = "refuse letters, too: senders learn that it is closed")
                    boolean refuse,
            @Option(names = "--yes", description = "do not ask") boolean yes)
            throws CtlException, IOException {
        return change(address, account -> account.opened(false).refusing(refuse), yes);
    }

    @Command(
            name = "enable",
            description = "Lets people sign in to a mailbox again, which takes letters then.")
    int enable(
            @Parameters(paramLabel = "ADDRESS") String address,
            @Option(names = "--yes", description = "do not ask") boolean yes)
            throws CtlException, IOException {
        return change(address, account -> account.opened(true), yes);
    }

    private int change(String address, UnaryOperator<Account> change, boolean yes)
            throws CtlException, IOException {
        String lower = address.toLowerCase(Locale.ROOT);
        Applying applying = Applying.over(ctl);
        try (StationClient client = applying.client()) {
            StationConfig config = running(client);
            if (!AccountEdit.has(config, lower)) {
                throw noSuchAccount(lower);
            }
            StationConfig changed = AccountEdit.changed(config, lower, change);
            return applying.apply(StationToml.write(changed), !yes).code();
        }
    }

    @Command(
            name = "list",
            description = "Prints one mailbox a line: address, name, remarks; separated by tabs.")
    int list() throws CtlException {
        try (StationClient client = ctl.connect()) {
            StationStatus status = client.ask(StationControl::status);
            for (Account account : running(client).accounts()) {
                ctl.terminal()
                        .out()
                        .println(
                                account.address()
                                        + "\t"
                                        + account.name()
                                        + "\t"
                                        + remarks(account, status));
            }
            return Exit.OK.code();
        }
    }

    private static String remarks(Account account, StationStatus status) {
        if (!account.enabled()) {
            return Text.of(account.refuses() ? "ctl.account.refuses" : "ctl.account.disabled")
                    .words();
        }
        boolean missing =
                status.findings().stream()
                        .anyMatch(f -> f.check().equals("password." + account.address()));
        return missing ? Text.of("ctl.account.no-password").words() : "";
    }

    private @Nullable Secret firstPassword(String address, boolean passwordStdin)
            throws CtlException {
        if (passwordStdin) {
            return ctl.terminal().readSecret();
        }
        return ctl.terminal().console() == null ? null : ctl.terminal().askPassword(address);
    }

    private static StationConfig running(StationClient client) throws CtlException {
        ConfigDocument document = client.ask(StationControl::config);
        if (document.revision() == 0) {
            throw new CtlException(Exit.REJECTED, Text.of("ctl.not-configured"));
        }
        return switch (StationToml.read(document.toml())) {
            case Parsed.Valid<StationConfig>(var config) -> config;
            case Parsed.Invalid<StationConfig>(_) ->
                    throw new CtlException(Exit.INCOMPATIBLE, Text.of("ctl.config.newer"));
        };
    }

    private Exit set(StationClient client, String address, Secret password) throws CtlException {
        SetPassword request = new SetPassword(address, password);
        return switch (client.ask(station -> station.setPassword(request))) {
            case PasswordOutcome.Set _ -> {
                ctl.terminal().say(Text.of("ctl.password.set", address));
                yield Exit.OK;
            }
            case PasswordOutcome.NoSuchAccount _ -> throw noSuchAccount(address);
            case PasswordOutcome.Refused(var reason) ->
                    throw new CtlException(Exit.REJECTED, reason);
        };
    }

    private static CtlException noSuchAccount(String address) {
        return new CtlException(Exit.NOT_FOUND, Text.of("ctl.account.none", address));
    }
}
