package org.mailstation.desktop.ssh;

import java.nio.file.Path;
import org.mailstation.control.Secret;

/** How a person proves who he is. */
public sealed interface SshCredentials {
    /**
     * A password; it also answers a single hidden question of keyboard-interactive (RFC 4256). It
     * is tried for {@code sudo} too.
     */
    record Password(Secret password) implements SshCredentials {}

    /** A private key, OpenSSH or PEM. Its passphrase is asked for when it has one. */
    record KeyFile(Path file) implements SshCredentials {}
}
