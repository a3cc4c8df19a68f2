package org.mailstation.desktop.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.desktop.check.Eye;
import org.mailstation.desktop.outside.AccountEye;
import org.mailstation.desktop.outside.OutsideAccount;
import org.mailstation.desktop.outside.OutsideEye;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.words.Exit;

/** Signs in to accounts outside: by their key, or by a password that is asked for each time. */
final class OutsideLogin {
    private final MailStation program;
    private final String acceptedFingerprint;
    private @Nullable Secret given;

    /**
     * For one run of the program.
     *
     * @param acceptedFingerprint the host key that may be trusted without asking; empty: none
     */
    OutsideLogin(MailStation program, String acceptedFingerprint) {
        this.program = program;
        this.acceptedFingerprint = acceptedFingerprint;
    }

    /** The remembered accounts. */
    static List<OutsideAccount> remembered(MailStation program) throws FailureException {
        try {
            return program.parts().outsides().load();
        } catch (IOException e) {
            throw CliFailure.because(
                    Exit.NOT_FOUND, "cli.outside.unreadable", String.valueOf(e.getMessage()));
        }
    }

    /** The remembered accounts as places to look from. A person types their passwords now. */
    static List<Eye> eyes(MailStation program) throws FailureException {
        List<Eye> eyes = new ArrayList<>();
        for (OutsideAccount account : remembered(program)) {
            eyes.add(new OutsideLogin(program, "").eye(account));
        }
        return eyes;
    }

    private Eye eye(OutsideAccount account) {
        return new AccountEye(
                account, opening(account), program.parts().scenes(), Clock.systemUTC());
    }

    /** One that cannot be used is a finding, not the end of the check. */
    private AccountEye.Opening opening(OutsideAccount account) {
        try {
            SshCredentials credentials = credentials(account);
            return one -> open(one, credentials);
        } catch (FailureException noPassword) {
            return _ -> {
                throw noPassword;
            };
        }
    }

    /** The password is the next line of standard input. */
    void readPassword() throws FailureException {
        given =
                new Secret(
                        program.terminal()
                                .line()
                                .orElseThrow(
                                        () ->
                                                CliFailure.because(
                                                        Exit.USAGE, "cli.password.missing")));
    }

    OutsideEye open(OutsideAccount account) throws FailureException {
        return open(account, credentials(account));
    }

    private OutsideEye open(OutsideAccount account, SshCredentials credentials)
            throws FailureException {
        Terminal terminal = program.terminal();
        return program.parts()
                .outside()
                .open(
                        account.target(),
                        credentials,
                        new TerminalDialogue(terminal, acceptedFingerprint, null),
                        Cancellation.never());
    }

    private SshCredentials credentials(OutsideAccount account) throws FailureException {
        if (!account.keyFile().isEmpty()) {
            return new SshCredentials.KeyFile(Path.of(account.keyFile()));
        }
        Secret password = given;
        return new SshCredentials.Password(
                password != null
                        ? password
                        : program.terminal()
                                .hidden(
                                        "cli.password.ask",
                                        account.target().user(),
                                        account.target().host())
                                .orElseThrow(
                                        () ->
                                                CliFailure.because(
                                                        Exit.USAGE,
                                                        "cli.outside.no-terminal",
                                                        account.written())));
    }
}
