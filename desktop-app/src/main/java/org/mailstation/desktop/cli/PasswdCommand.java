package org.mailstation.desktop.cli;

import java.util.Optional;
import org.mailstation.control.PasswordOutcome;
import org.mailstation.control.Secret;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.text.Text;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets a mailbox's password. */
@Command(
        name = "passwd",
        description = "Sets the password of a mailbox.",
        mixinStandardHelpOptions = true)
final class PasswdCommand extends Subcommand {
    @Parameters(paramLabel = "ADDRESS", description = "the mailbox")
    private String address = "";

    @Option(
            names = "--password-stdin",
            description = {
                "standard input has two lines: the password of the NAS (empty where a key signs in and sudo asks nothing),",
                "and the mailbox's new password"
            })
    private boolean passwordsOnStdin;

    @Override
    Exit run() throws FailureException {
        SignInOptions signIn = new SignInOptions(passwordsOnStdin);
        try (Nas nas = signIn.signIn(program());
                Station station = nas.station()) {
            return switch (station.setPassword(address, fresh())) {
                case PasswordOutcome.Set set -> {
                    terminal().say("ctl.password.set", set.address());
                    yield Exit.OK;
                }
                case PasswordOutcome.NoSuchAccount none -> {
                    terminal().complain(Text.of("cli.account.none", none.address()));
                    yield Exit.NOT_FOUND;
                }
                case PasswordOutcome.Refused refused -> {
                    terminal().complain(refused.reason());
                    yield Exit.REJECTED;
                }
            };
        }
    }

    private Secret fresh() throws FailureException {
        if (passwordsOnStdin) {
            return new Secret(
                    terminal()
                            .line()
                            .orElseThrow(
                                    () ->
                                            CliFailure.because(
                                                    Exit.USAGE, "cli.password.second-missing")));
        }
        Optional<Secret> first = terminal().hidden("ctl.password.ask", address);
        Optional<Secret> again = terminal().hidden("ctl.password.again");
        if (first.isEmpty() || again.isEmpty()) {
            throw CliFailure.because(Exit.DECLINED, "ctl.declined");
        }
        if (!first.equals(again)) {
            throw CliFailure.because(Exit.REJECTED, "ctl.password.differ");
        }
        return first.get();
    }
}
