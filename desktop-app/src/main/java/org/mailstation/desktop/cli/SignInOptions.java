package org.mailstation.desktop.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.desktop.flow.Session;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.words.Exit;
import picocli.CommandLine.Option;

/** How the commands sign in to the station that {@code connect} remembered. */
final class SignInOptions {
    @Option(
            names = "--password-stdin",
            description =
                    "the first line of standard input is the password of the NAS, for signing in and for sudo")
    private boolean passwordOnStdin;

    private @Nullable Secret given;

    SignInOptions() {
        this(false);
    }

    SignInOptions(boolean passwordOnStdin) {
        this.passwordOnStdin = passwordOnStdin;
    }

    /**
     * Reads the password line, if there is to be one. Comes before anything else is read from
     * standard input.
     */
    void readPassword(Terminal terminal) throws FailureException {
        if (passwordOnStdin) {
            given =
                    new Secret(
                            terminal.line()
                                    .orElseThrow(
                                            () ->
                                                    CliFailure.because(
                                                            Exit.USAGE, "cli.password.missing")));
        }
    }

    Nas signIn(MailStation program) throws FailureException {
        readPassword(program.terminal());
        return signIn(program, profile(program), "");
    }

    Nas signIn(MailStation program, StationProfile profile, String acceptedFingerprint)
            throws FailureException {
        return program.parts()
                .gateway()
                .signIn(
                        profile.target(),
                        credentials(program, profile),
                        new TerminalDialogue(program.terminal(), acceptedFingerprint, given),
                        Cancellation.never());
    }

    /** Signs in for several pieces of work, which may find the connection lost and sign in anew. */
    Session session(MailStation program) throws FailureException {
        readPassword(program.terminal());
        StationProfile profile = profile(program);
        Session session =
                new Session(
                        program.parts().gateway(),
                        new TerminalDialogue(program.terminal(), "", given));
        session.signIn(profile.target(), credentials(program, profile), Cancellation.never());
        return session;
    }

    private SshCredentials credentials(MailStation program, StationProfile profile)
            throws FailureException {
        Secret password = given;
        if (!profile.keyFile().isEmpty()) {
            return new SshCredentials.KeyFile(Path.of(profile.keyFile()));
        }
        if (password != null) {
            return new SshCredentials.Password(password);
        }
        return new SshCredentials.Password(
                program.terminal()
                        .hidden(
                                "cli.password.ask",
                                profile.target().user(),
                                profile.target().host())
                        .orElseThrow(
                                () -> CliFailure.because(Exit.USAGE, "cli.password.no-terminal")));
    }

    /** Whether it can be done without a question that nobody would answer. */
    boolean canSignIn(Terminal terminal, StationProfile profile) {
        return !profile.keyFile().isEmpty() || given != null || terminal.interactive();
    }

    /** What was given on standard input, which must stand nowhere else. */
    List<Secret> secrets() {
        return given == null ? List.of() : List.of(given);
    }

    /** The station that {@code connect} remembered. */
    StationProfile profile(MailStation program) throws FailureException {
        try {
            return program.parts()
                    .profiles()
                    .load()
                    .orElseThrow(() -> CliFailure.because(Exit.NOT_FOUND, "cli.not-connected"));
        } catch (IOException e) {
            throw CliFailure.because(
                    Exit.NOT_FOUND, "cli.profile.unreadable", String.valueOf(e.getMessage()));
        }
    }
}
