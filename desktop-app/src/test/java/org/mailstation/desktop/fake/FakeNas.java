package org.mailstation.desktop.fake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.mailstation.desktop.flow.FirstContact;
import org.mailstation.desktop.flow.NasAddress;
import org.mailstation.desktop.install.Conditions;
import org.mailstation.desktop.install.InstallProgress;
import org.mailstation.desktop.install.InstallProgress.Phase;
import org.mailstation.desktop.install.Installed;
import org.mailstation.desktop.install.NasInfo;
import org.mailstation.desktop.remote.Nas;
import org.mailstation.desktop.remote.NasDeed;
import org.mailstation.desktop.remote.NasGateway;
import org.mailstation.desktop.remote.Station;
import org.mailstation.desktop.remote.StationBook;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.remote.StationProfile;
import org.mailstation.desktop.ssh.ConnectDialogue;
import org.mailstation.desktop.ssh.HostKey;
import org.mailstation.desktop.ssh.SshCredentials;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.ssh.SshTarget;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.Failure;
import org.mailstation.desktop.work.FailureException;

/** A NAS, and the way to it. */
public final class FakeNas implements FirstContact, NasGateway, StationBook {

    public static final String VERSION = "0.1.0";
    public static final String PINS = "/home/alex/.config/mail-station/known_hosts";
    public static final HostKey KEY =
            new HostKey("ssh-ed25519", "SHA256:uNiVztksCsDhcc0u9e8BrstJqw2FYTYlnGoFJdHmVz8");
    public static final HostKey OTHER_KEY =
            new HostKey("ssh-ed25519", "SHA256:zzzVztksCsDhcc0u9e8BrstJqw2FYTYlnGoFJdHmVz8");

    private static final long PACKAGE = 48_600_000;

    public final FakeStation station = new FakeStation();
    public HostKey key = KEY;
    public @Nullable HostKey pinned;
    public String password = "admin-secret";
    public String passphrase = "";
    public boolean sudoRight = true;

    /** What sudo asks for, if it is another one than for signing in. */
    public String sudoPassword = "";

    public boolean reachable = true;
    public String installedVersion = "";
    public Conditions conditions = Conditions.UNKNOWN;
    public @Nullable Failure nextInstallFailure;
    public @Nullable Gate installGate;

    /** A fault of the program itself. */
    public @Nullable RuntimeException surprise;

    public @Nullable StationProfile profile;

    /** Other stations than {@link #profile}, the latest first. */
    public final List<StationProfile> earlier = new CopyOnWriteArrayList<>();

    public boolean profileUnreadable;
    public final List<String> calls = new ArrayList<>();

    /** What was put right on it. */
    public final List<NasDeed> deeds = new CopyOnWriteArrayList<>();

    @Override
    public void meet(NasAddress address, Predicate<HostKey> accept, Cancellation cancellation)
            throws FailureException {
        calls.add("meet " + address);
        compareKey(address.host(), accept, cancellation);
    }

    private void compareKey(String host, Predicate<HostKey> accept, Cancellation cancellation)
            throws FailureException {
        cancellation.check();
        if (!reachable) {
            throw new FailureException(new SshFailure.TimedOut(host, 22, 10));
        }
        HostKey known = pinned;
        if (known == null) {
            if (!accept.test(key)) {
                throw new FailureException(new SshFailure.HostKeyNotAccepted(key));
            }
            pinned = key;
        } else if (!known.equals(key)) {
            throw new FailureException(new SshFailure.HostKeyChanged(host, key, PINS));
        }
    }

    @Override
    public Nas signIn(
            SshTarget target,
            SshCredentials credentials,
            ConnectDialogue dialogue,
            Cancellation cancellation)
            throws FailureException {
        calls.add("sign in");
        compareKey(target.host(), shown -> dialogue.acceptHostKey(target, shown), cancellation);
        switch (credentials) {
            case SshCredentials.Password it -> {
                if (!it.password().reveal().equals(password)) {
                    throw new FailureException(
                            new SshFailure.WrongPassword(target.user(), target.host()));
                }
            }
            case SshCredentials.KeyFile it -> unlock(it, dialogue);
        }
        return new SignedIn(target, dialogue);
    }

    private void unlock(SshCredentials.KeyFile it, ConnectDialogue dialogue)
            throws FailureException {
        boolean again = false;
        while (!passphrase.isEmpty()) {
            Optional<Secret> given = dialogue.passphrase(it.file(), again);
            if (given.isEmpty()) {
                throw new FailureException(new SshFailure.KeyUnreadable(it.file().toString()));
            }
            if (given.get().reveal().equals(passphrase)) {
                return;
            }
            again = true;
        }
    }

    @Override
    public Optional<StationProfile> load() throws IOException {
        if (profileUnreadable) {
            throw new IOException("unreadable");
        }
        return Optional.ofNullable(profile);
    }

    @Override
    public void save(StationProfile now) {
        StationProfile before = profile;
        earlier.removeIf(it -> it.target().address().equals(now.target().address()));
        if (before != null && !before.target().address().equals(now.target().address())) {
            earlier.addFirst(before);
        }
        profile = now;
    }

    @Override
    public List<StationProfile> all() throws IOException {
        List<StationProfile> all = new ArrayList<>();
        load().ifPresent(all::add);
        all.addAll(earlier);
        return all;
    }

    @Override
    public void forget(SshTarget target) {
        earlier.removeIf(it -> it.target().address().equals(target.address()));
        StationProfile now = profile;
        if (now != null && now.target().address().equals(target.address())) {
            profile = earlier.isEmpty() ? null : earlier.removeFirst();
        }
    }

    private final class SignedIn implements Nas {

        private final SshTarget target;
        private final ConnectDialogue dialogue;

        SignedIn(SshTarget target, ConnectDialogue dialogue) {
            this.target = target;
            this.dialogue = dialogue;
        }

        @Override
        public SshTarget target() {
            return target;
        }

        @Override
        public HostKey hostKey() {
            return key;
        }

        @Override
        public NasInfo look() throws FailureException {
            calls.add("look");
            lost();
            return new NasInfo(
                    "Linux",
                    "x86_64",
                    "DSM 7.2.1-69057 (DS920+)",
                    812_000_000_000L,
                    true,
                    installedVersion,
                    conditions);
        }

        @Override
        public Installed install(Consumer<InstallProgress> progress, Cancellation cancellation)
                throws FailureException {
            calls.add("install");
            lost();
            RuntimeException fault = surprise;
            if (fault != null) {
                throw fault;
            }
            becomeRoot();
            progress.accept(new InstallProgress(Phase.UPLOADING, PACKAGE / 3, PACKAGE));
            Gate gate = installGate;
            if (gate != null) {
                gate.pass(cancellation);
            }
            Failure failure = nextInstallFailure;
            nextInstallFailure = null;
            if (failure != null) {
                throw new FailureException(failure);
            }
            progress.accept(new InstallProgress(Phase.STARTED, PACKAGE, PACKAGE));
            String before = installedVersion;
            installedVersion = VERSION;
            return new Installed(VERSION, before);
        }

        private void becomeRoot() throws FailureException {
            if (!sudoRight) {
                throw new FailureException(new SshFailure.NoSudoRight(target.user()));
            }
            boolean again = false;
            while (!sudoPassword.isEmpty()) {
                Optional<Secret> given = dialogue.sudoPassword(target, again);
                if (given.isEmpty()) {
                    throw new FailureException(new SshFailure.WrongSudoPassword(target.user()));
                }
                if (given.get().reveal().equals(sudoPassword)) {
                    return;
                }
                again = true;
            }
        }

        @Override
        public void carryOut(NasDeed deed) throws FailureException {
            lost();
            becomeRoot();
            deeds.add(deed);
        }

        @Override
        public Station station() throws FailureException {
            lost();
            if (installedVersion.isEmpty()) {
                throw new FailureException(new StationFailure.NotInstalled(target.host()));
            }
            return station.talk();
        }

        private void lost() throws FailureException {
            if (!reachable) {
                throw new FailureException(new SshFailure.ConnectionLost(target.host()));
            }
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }
}
