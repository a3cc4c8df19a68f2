package org.mailstation.desktop.ssh;

import java.nio.file.Path;
import java.util.Optional;
import org.mailstation.control.Secret;

/**
 * What a person may be asked while signing in. Each question is put on the thread that does the
 * work and may wait for as long as the person needs; an empty answer means that he gives up.
 */
public interface ConnectDialogue {
    /**
     * This NAS was never met before.
     *
     * @return {@code true} to trust the key from now on
     */
    boolean acceptHostKey(SshTarget target, HostKey key);

    /** The key file is protected. {@code again}: the last passphrase was wrong. */
    Optional<Secret> passphrase(Path keyFile, boolean again);

    /**
     * A question of the NAS itself (RFC 4256), for example for a one-time code. {@code visible}:
     * the answer may be seen while typed.
     */
    Optional<Secret> answer(String question, boolean visible);

    /**
     * {@code sudo} wants a password, and the one for signing in was none or not the right one.
     * {@code again}: the last one was wrong.
     */
    Optional<Secret> sudoPassword(SshTarget target, boolean again);
}
