package org.mailstation.desktop.ssh;

import java.nio.file.Path;
import java.util.Collection;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AuthKeyboardInteractive;
import net.schmizz.sshj.userauth.method.AuthMethod;
import net.schmizz.sshj.userauth.method.AuthNone;
import net.schmizz.sshj.userauth.method.AuthPassword;
import net.schmizz.sshj.userauth.method.AuthPublickey;
import net.schmizz.sshj.userauth.password.PasswordUtils;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.desktop.work.FailureException;

/**
 * Proves who the person is (RFC 4252, RFC 4256). A wrong password costs one attempt, not one for
 * each method: NASes shut out an address after a handful of failures.
 */
final class SignIn {
    private final SSHClient client;
    private final SshTarget target;
    private final ConnectDialogue dialogue;
    private final Timeouts timeouts;

    SignIn(SSHClient client, SshTarget target, ConnectDialogue dialogue, Timeouts timeouts) {
        this.client = client;
        this.target = target;
        this.dialogue = dialogue;
        this.timeouts = timeouts;
    }

    void with(SshCredentials credentials) throws FailureException {
        if (attempt(new AuthNone())) {
            return;
        }
        switch (credentials) {
            case SshCredentials.Password(Secret password) -> withPassword(password);
            case SshCredentials.KeyFile(Path file) -> withKey(file);
        }
    }

    private void withPassword(Secret password) throws FailureException {
        SshFailure wrong = new SshFailure.WrongPassword(target.user(), target.host());
        if (offered("password")) {
            char[] characters = password.reveal().toCharArray();
            if (attempt(new AuthPassword(PasswordUtils.createOneOff(characters)))) {
                return;
            }
            // After a right password the server may still want a second factor; after a wrong one,
            // asking further would be another attempt.
            secondFactor(null, wrong);
        } else if (offered("keyboard-interactive")) {
            secondStep(password, wrong);
        } else {
            throw notOffered();
        }
    }

    private void withKey(Path file) throws FailureException {
        if (!offered("publickey")) {
            throw notOffered();
        }
        if (!attempt(new AuthPublickey(new PrivateKeys(client, dialogue).load(file)))) {
            secondFactor(
                    null, new SshFailure.KeyRefused(target.user(), target.host(), file.toString()));
        }
    }

    private void secondFactor(@Nullable Secret password, SshFailure otherwise)
            throws FailureException {
        if (!client.getUserAuth().hadPartialSuccess()) {
            throw new FailureException(otherwise);
        }
        if (!offered("keyboard-interactive")) {
            throw notOffered();
        }
        secondStep(password, otherwise);
    }

    private void secondStep(@Nullable Secret password, SshFailure otherwise)
            throws FailureException {
        client.getTransport().setTimeoutMs((int) timeouts.person().toMillis());
        try {
            if (!attempt(new AuthKeyboardInteractive(new Answers(password, dialogue)))) {
                throw new FailureException(otherwise);
            }
        } finally {
            client.getTransport().setTimeoutMs((int) timeouts.answer().toMillis());
        }
    }

    /**
     * @return whether the person is signed in now
     */
    private boolean attempt(AuthMethod method) throws FailureException {
        try {
            client.auth(target.user(), method);
            return true;
        } catch (UserAuthException e) {
            if (Handshake.isTimeout(e)) {
                throw new FailureException(
                        new SshFailure.TimedOut(
                                target.host(), target.port(), timeouts.answer().toSeconds()),
                        e);
            }
            if (!client.isConnected() || !client.getTransport().isRunning()) {
                throw lost(e);
            }
            return false;
        } catch (TransportException e) {
            throw lost(e);
        }
    }

    private FailureException lost(Exception e) {
        return new FailureException(new SshFailure.ConnectionLost(target.host()), e);
    }

    private boolean offered(String method) {
        return methods().contains(method);
    }

    private Collection<String> methods() {
        return client.getUserAuth().getAllowedMethods();
    }

    private FailureException notOffered() {
        return new FailureException(
                new SshFailure.MethodNotOffered(target.host(), String.join(", ", methods())));
    }
}
