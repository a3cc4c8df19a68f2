package org.mailstation.desktop.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.userauth.keyprovider.KeyProvider;
import net.schmizz.sshj.userauth.password.PasswordFinder;
import net.schmizz.sshj.userauth.password.Resource;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.desktop.work.FailureException;

/** Reads private key files, asking for a passphrase where there is one. */
final class PrivateKeys {
    private static final int ATTEMPTS = 3;

    private final SSHClient client;
    private final ConnectDialogue dialogue;

    PrivateKeys(SSHClient client, ConnectDialogue dialogue) {
        this.client = client;
        this.dialogue = dialogue;
    }

    /** The key, already decrypted: later there is nobody to ask. */
    KeyProvider load(Path file) throws FailureException {
        for (int attempt = 1; ; attempt++) {
            Asking asking = new Asking(file, attempt > 1);
            try {
                KeyProvider provider = client.loadKeys(file.toString(), asking);
                provider.getPrivate();
                return provider;
            } catch (IOException | RuntimeException e) {
                // The library's readers also end with runtime exceptions on damaged files.
                boolean onlyThePassphraseWasWrong = asking.answered;
                if (!onlyThePassphraseWasWrong || attempt == ATTEMPTS) {
                    throw new FailureException(new SshFailure.KeyUnreadable(file.toString()), e);
                }
            }
        }
    }

    private final class Asking implements PasswordFinder {
        private final Path file;
        private final boolean again;
        private boolean answered;

        Asking(Path file, boolean again) {
            this.file = file;
            this.again = again;
        }

        @Override
        public char @Nullable [] reqPassword(Resource<?> resource) {
            Optional<Secret> passphrase = dialogue.passphrase(file, again);
            answered = passphrase.isPresent();
            return passphrase.map(secret -> secret.reveal().toCharArray()).orElse(null);
        }

        @Override
        public boolean shouldRetry(Resource<?> resource) {
            return false;
        }
    }
}
