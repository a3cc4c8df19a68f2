package org.mailstation.desktop.outside;

import java.nio.file.Path;
import java.util.Optional;
import org.mailstation.control.Secret;
import org.mailstation.desktop.ssh.ConnectDialogue;
import org.mailstation.desktop.ssh.HostKey;
import org.mailstation.desktop.ssh.SshTarget;

/** Nobody is there: no new key is trusted, no question is answered. */
final class Unattended implements ConnectDialogue {
    @Override
    public boolean acceptHostKey(SshTarget target, HostKey key) {
        return false;
    }

    @Override
    public Optional<Secret> passphrase(Path keyFile, boolean again) {
        return Optional.empty();
    }

    @Override
    public Optional<Secret> answer(String question, boolean visible) {
        return Optional.empty();
    }

    @Override
    public Optional<Secret> sudoPassword(SshTarget target, boolean again) {
        return Optional.empty();
    }
}
