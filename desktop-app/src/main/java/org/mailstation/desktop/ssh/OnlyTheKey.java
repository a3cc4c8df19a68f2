package org.mailstation.desktop.ssh;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.mailstation.control.Secret;

/**
 * Somebody who only judges the host key; to every other question there is no answer.
 *
 * @param accept whether this key is trusted from now on
 */
public record OnlyTheKey(Predicate<HostKey> accept) implements ConnectDialogue {
    @Override
    public boolean acceptHostKey(SshTarget target, HostKey key) {
        return accept.test(key);
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
