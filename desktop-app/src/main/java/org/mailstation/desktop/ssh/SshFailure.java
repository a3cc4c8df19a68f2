package org.mailstation.desktop.ssh;

import org.mailstation.desktop.work.Failure;
import org.mailstation.text.Text;

/** The ways in which reaching a NAS by SSH can fail. */
public sealed interface SshFailure extends Failure {
    /** The name leads to no address. */
    record UnknownHost(String host) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.unknown-host", host);
        }
    }

    /** The machine answers, but nobody listens at that port. */
    record Refused(String host, int port) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.refused", host, Integer.toString(port));
        }
    }

    /** No answer in time. {@code seconds}: how long was waited. */
    record TimedOut(String host, int port, long seconds) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.timed-out", host, Integer.toString(port), Long.toString(seconds));
        }
    }

    /** This computer knows no way to that address. */
    record NoRoute(String host) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.no-route", host);
        }
    }

    /** Something else than an SSH server answers there. */
    record NotSsh(String host, int port) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.not-ssh", host, Integer.toString(port));
        }
    }

    /**
     * Somebody accepts the connection and closes it without a word: usually a list of addresses
     * that are shut out.
     */
    record HungUp(String host, int port) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.hung-up", host, Integer.toString(port));
        }
    }

    /** The server speaks only algorithms that are no longer safe. */
    record NoCommonAlgorithm(String host) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.no-common-algorithm", host);
        }
    }

    /** The person did not confirm the host key. */
    record HostKeyNotAccepted(HostKey key) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.host-key-not-accepted", key.algorithm(), key.fingerprint());
        }
    }

    /**
     * Another key than the pinned one: either the NAS was set up anew, or somebody is in between.
     * Nothing is sent to it.
     *
     * @param file where the pinned key stands, to be removed there by a person who knows why it
     *     changed
     */
    record HostKeyChanged(String host, HostKey key, String file) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.host-key-changed", host, key.algorithm(), key.fingerprint(), file);
        }
    }

    /** The pinned keys could not be read or written; without them no connection is made. */
    record KnownHostsUnusable(String file, String reason) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.known-hosts-unusable", file, reason);
        }
    }

    record WrongPassword(String user, String host) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.wrong-password", user, host);
        }
    }

    /** The NAS does not know this key for this user. */
    record KeyRefused(String user, String host, String keyFile) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.key-refused", user, host, keyFile);
        }
    }

    /** The key file does not exist, is no key, or its passphrase was not given. */
    record KeyUnreadable(String keyFile) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.key-unreadable", keyFile);
        }
    }

    /**
     * The server offers no way to sign in that was asked for. {@code offered}: what it offers
     * instead, comma-separated.
     */
    record MethodNotOffered(String host, String offered) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.method-not-offered", host, offered);
        }
    }

    /** The user may not become the administrator. */
    record NoSudoRight(String user) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.no-sudo-right", user);
        }
    }

    record WrongSudoPassword(String user) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.wrong-sudo-password", user);
        }
    }

    /** The server makes no connections for others, so nothing can be looked at from there. */
    record ForwardingForbidden(String host) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.forwarding-forbidden", host);
        }
    }

    /** The connection broke, or the other side stopped answering. */
    record ConnectionLost(String host) implements SshFailure {
        @Override
        public Text text() {
            return Text.of("ssh.connection-lost", host);
        }
    }
}
