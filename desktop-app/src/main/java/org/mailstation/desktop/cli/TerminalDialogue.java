package org.mailstation.desktop.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.desktop.ssh.ConnectDialogue;
import org.mailstation.desktop.ssh.HostKey;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.FailureException;

/**
 * Asks at the terminal. Without one it gives the answers that came with the command, and none
 * beyond them.
 */
final class TerminalDialogue implements ConnectDialogue {
    private final Terminal terminal;
    private final String acceptedFingerprint;
    private @Nullable Secret given;

    /**
     * A person at a terminal.
     *
     * @param acceptedFingerprint the host key that may be trusted without asking; empty: none
     * @param given the password that came over standard input, for {@code sudo}; {@code null}: none
     */
    TerminalDialogue(Terminal terminal, String acceptedFingerprint, @Nullable Secret given) {
        this.terminal = terminal;
        this.acceptedFingerprint = acceptedFingerprint;
        this.given = given;
    }

    @Override
    public boolean acceptHostKey(SshTarget target, HostKey key) {
        if (!acceptedFingerprint.isEmpty()) {
            return acceptedFingerprint.equals(key.fingerprint());
        }
        terminal.say("cli.host-key.new", target.host(), key.algorithm(), key.fingerprint());
        if (!terminal.interactive()) {
            terminal.say("cli.host-key.no-terminal", key.fingerprint());
            return false;
        }
        try {
            return terminal.agrees("cli.host-key.ask");
        } catch (FailureException unreadable) {
            // Who cannot answer has not said yes.
            return false;
        }
    }

    @Override
    public Optional<Secret> passphrase(Path keyFile, boolean again) {
        return terminal.hidden("cli.passphrase.ask", keyFile);
    }

    @Override
    public Optional<Secret> answer(String question, boolean visible) {
        return terminal.hidden("cli.nas-asks", question);
    }

    @Override
    public Optional<Secret> sudoPassword(SshTarget target, boolean again) {
        Secret once = given;
        given = null;
        return once != null
                ? Optional.of(once)
                : terminal.hidden("cli.sudo.ask", target.user(), target.host());
    }
}
