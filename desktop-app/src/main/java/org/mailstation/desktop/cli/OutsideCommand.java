package org.mailstation.desktop.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.outside.OutsideAccount;
import org.mailstation.desktop.outside.OutsideEye;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.words.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The accounts from which the station is looked at from outside. */
@Command(
        name = "outside",
        description =
                "SSH accounts on computers outside the home, from which check looks at the station. Without a command it lists them.",
        mixinStandardHelpOptions = true,
        subcommands = {
            OutsideCommand.Add.class,
            OutsideCommand.ListThem.class,
            OutsideCommand.Remove.class
        })
final class OutsideCommand extends Subcommand {
    @Override
    Exit run() throws FailureException {
        return list(program());
    }

    private static Exit list(MailStation program) throws FailureException {
        List<OutsideAccount> accounts = OutsideLogin.remembered(program);
        if (accounts.isEmpty()) {
            program.terminal().say("cli.outside.none");
        }
        for (OutsideAccount account : accounts) {
            program.terminal().out().println(account.written() + "  " + account.keyFile());
        }
        return Exit.OK;
    }

    private static SshTarget target(String written) throws FailureException {
        return OutsideAccount.read(written)
                .orElseThrow(
                        () -> CliFailure.because(Exit.USAGE, "cli.outside.no-account", written));
    }

    private static FailureException unwritable(IOException e) {
        return CliFailure.because(
                Exit.NOT_FOUND, "cli.profile.unwritable", String.valueOf(e.getMessage()));
    }

    /** Meets a computer outside and remembers it. */
    @Command(
            name = "add",
            description =
                    "Signs in, pins the host key, tries whether one may look from there, and remembers the account (no password).",
            mixinStandardHelpOptions = true)
    static final class Add extends Subcommand {
        @Parameters(paramLabel = "USER@HOST[:PORT]", description = "the account")
        private String account = "";

        @Option(
                names = "--key",
                paramLabel = "FILE",
                description =
                        "private key to sign in with; with a password instead, check can use the account only at a terminal")
        private @Nullable Path key;

        @Option(
                names = "--accept-host-key",
                paramLabel = "SHA256:...",
                description =
                        "fingerprint of the host key to trust; otherwise it is shown and asked for")
        private String fingerprint = "";

        @Option(
                names = "--password-stdin",
                description = "the first line of standard input is the password of the account")
        private boolean passwordOnStdin;

        @Override
        Exit run() throws FailureException {
            String keyFile = key == null ? "" : key.toAbsolutePath().toString();
            OutsideAccount added = new OutsideAccount(target(account), keyFile);
            OutsideLogin login = new OutsideLogin(program(), fingerprint);
            if (passwordOnStdin) {
                login.readPassword();
            }
            try (OutsideEye eye = login.open(added)) {
                program().parts().outsides().add(added);
                terminal().say("cli.outside.added", added.written(), eye.hostKey().fingerprint());
                return Exit.OK;
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }

    /** Which are remembered? */
    @Command(
            name = "list",
            description = "Lists the remembered accounts and their key files.",
            mixinStandardHelpOptions = true)
    static final class ListThem extends Subcommand {
        @Override
        Exit run() throws FailureException {
            return list(program());
        }
    }

    /** Forgets one. */
    @Command(name = "remove", description = "Forgets an account.", mixinStandardHelpOptions = true)
    static final class Remove extends Subcommand {
        @Parameters(paramLabel = "USER@HOST[:PORT]", description = "the account")
        private String account = "";

        @Override
        Exit run() throws FailureException {
            SshTarget target = target(account);
            try {
                if (!program().parts().outsides().remove(target)) {
                    throw CliFailure.because(Exit.NOT_FOUND, "cli.outside.unknown", account);
                }
            } catch (IOException e) {
                throw unwritable(e);
            }
            terminal().say("cli.outside.removed", account);
            return Exit.OK;
        }
    }
}
