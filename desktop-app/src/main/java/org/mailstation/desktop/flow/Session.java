package org.mailstation.desktop.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.desktop.check.Visit;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.NasGateway;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.ssh.ConnectDialogue;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Cancelled;
import org.mailstation.desktop.work.Failure;
import org.mailstation.desktop.work.FailureException;

/**
 * The one connection to the NAS, signed in to again when it was lost. Used by the work aside; calls
 * wait for each other, as long as they are wanted. It remembers how to sign in as long as the
 * program runs, and nowhere else.
 */
public final class Session implements AutoCloseable {

    /** What is done over a connection. */
    @FunctionalInterface
    public interface Use<C, T> {
        T with(C connection) throws FailureException;
    }

    /** How often one who waits for another call sees whether it is still wanted. */
    private static final long GLANCE_MILLIS = 100;

    private record Login(SshTarget target, SshCredentials credentials) {}

    private final ReentrantLock turn = new ReentrantLock();
    private final NasGateway gateway;
    private final ConnectDialogue dialogue;
    private final Map<String, Secret> passwords = new ConcurrentHashMap<>();

    /** Read without waiting for a call that is under way. */
    private volatile @Nullable Login login;

    private @Nullable Nas nas;

    /**
     * @param dialogue who answers the questions that come up while signing in or installing
     */
    public Session(NasGateway gateway, ConnectDialogue dialogue) {
        this.gateway = gateway;
        this.dialogue = dialogue;
    }

    /** Signs in, ending an earlier connection. What did not work is not remembered. */
    public void signIn(SshTarget target, SshCredentials credentials, Cancellation cancellation)
            throws FailureException {
        takeTurn(cancellation);
        try {
            close();
            login = null;
            nas = gateway.signIn(target, credentials, dialogue, cancellation);
            login = new Login(target, credentials);
        } finally {
            turn.unlock();
        }
    }

    private void takeTurn(Cancellation cancellation) throws FailureException {
        try {
            do {
                cancellation.check();
            } while (!turn.tryLock(GLANCE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailureException(new Cancelled(), e);
        }
    }

    /** Does something on the NAS. */
    public <T> T onNas(Cancellation cancellation, Use<Nas, T> use) throws FailureException {
        takeTurn(cancellation);
        try {
            return use.with(connected(cancellation));
        } catch (FailureException e) {
            forgetIfLost(e.failure());
            throw e;
        } finally {
            turn.unlock();
        }
    }

    /** Does something over one conversation with the daemon. */
    public <T> T onStation(Cancellation cancellation, Use<Station, T> use) throws FailureException {
        return onNas(
                cancellation,
                signedIn -> {
                    try (Station station = signedIn.station()) {
                        return use.with(station);
                    }
                });
    }

    /** Opens a conversation that the caller keeps and closes. */
    public Station station(Cancellation cancellation) throws FailureException {
        return onNas(cancellation, Nas::station);
    }

    /** Whether somebody has signed in while this program runs. */
    public boolean signedIn() {
        return login != null;
    }

    /** What was typed while this program ran and shall stand nowhere. */
    public List<Secret> secrets() {
        List<Secret> all = new ArrayList<>(passwords.values());
        Login now = login;
        if (now != null && now.credentials() instanceof SshCredentials.Password(Secret password)) {
            all.add(password);
        }
        return all;
    }

    /** Where the NAS is, as the person calls it. */
    public String host() {
        return known().target().host();
    }

    /** Keeps a mailbox's password that was just set, so that it can be tried. */
    void learn(String address, Secret password) {
        passwords.put(address, password);
    }

    /** The password of a mailbox, if it was set while this program ran. */
    Optional<Secret> passwordOf(String address) {
        return Optional.ofNullable(passwords.get(address));
    }

    /**
     * A way of its own to the NAS, beside the one connection, for a look that must find out whether
     * the NAS still lets anybody in.
     */
    public Visit visit(Cancellation cancellation) {
        Login known = known();
        return new Visit() {
            @Override
            public SshTarget target() {
                return known.target();
            }

            @Override
            public Nas signIn() throws FailureException {
                return gateway.signIn(known.target(), known.credentials(), dialogue, cancellation);
            }
        };
    }

    private Login known() {
        Login known = login;
        if (known == null) {
            throw new IllegalStateException("nobody signed in");
        }
        return known;
    }

    private Nas connected(Cancellation cancellation) throws FailureException {
        Nas open = nas;
        if (open == null) {
            Login known = known();
            open = gateway.signIn(known.target(), known.credentials(), dialogue, cancellation);
            nas = open;
        }
        return open;
    }

    /**
     * A daemon that stops answering may be alive behind a dead connection, so both are tried anew.
     */
    private void forgetIfLost(Failure failure) {
        if (failure instanceof SshFailure
                || failure instanceof StationFailure.ConnectionLost
                || failure instanceof StationFailure.NoAnswer) {
            close();
        }
    }

    @Override
    public void close() {
        turn.lock();
        try {
            Nas open = nas;
            nas = null;
            if (open != null) {
                open.close();
            }
        } finally {
            turn.unlock();
        }
    }
}
