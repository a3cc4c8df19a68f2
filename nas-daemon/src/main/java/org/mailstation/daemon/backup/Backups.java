package org.mailstation.daemon.backup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.BackupOutcome;
import org.mailstation.control.BackupRequest;
import org.mailstation.control.RestoreOutcome;
import org.mailstation.control.RestoreRequest;
import org.mailstation.control.Secret;
import org.mailstation.daemon.task.Course;
import org.mailstation.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes, lists, looks through and brings back backups; one thing at a time. */
public final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    /** The station's own passphrase, if it has one. */
    public interface Passphrase {
        @Nullable Secret read() throws IOException;
    }

    /** Expected, and told in words. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Text text;

        RefusedException(Text text) {
            super(text.key());
            this.text = text;
        }
    }

    private final Path root;
    private final Mail mail;
    private final Postman postman;
    private final Passphrase passphrase;
    private final String version;
    private final Clock clock;
    private final Runnable restart;
    private final SshKeys keys;
    private final ReentrantLock one = new ReentrantLock();

    /**
     * @param root the station's data folder
     * @param restart has the daemon take into use what has arrived; returns at once
     */
    public Backups(
            Path root,
            Mail mail,
            Postman postman,
            Passphrase passphrase,
            String version,
            Clock clock,
            Runnable restart) {
        this.root = root;
        this.mail = mail;
        this.postman = postman;
        this.passphrase = passphrase;
        this.version = version;
        this.clock = clock;
        this.restart = restart;
        this.keys = new SshKeys(root.resolve(Station.SECRETS));
    }

    /** Does what is asked for, and returns when it is done. */
    public BackupOutcome answer(BackupRequest request, Course course) {
        try {
            return switch (request.wanted()) {
                case MAKE -> make(request, course);
                case LIST -> in(request.place(), Backups::list);
                case VERIFY ->
                        in(
                                request.place(),
                                shelf ->
                                        inScratch(
                                                folder ->
                                                        new Verifying(shelf, clock, course)
                                                                .run(
                                                                        find(shelf, request.at()),
                                                                        folder)));
                case KEY -> keys(request.place(), request.fingerprint());
                case PLAN -> new BackupOutcome.Refused(Text.of("backup.nowhere"));
            };
        } catch (RefusedException refused) {
            return new BackupOutcome.Refused(refused.text);
        }
    }

    /** Brings back what is asked for. */
    public RestoreOutcome answer(RestoreRequest request, Course course) {
        try {
            return in(
                    request.place(),
                    shelf -> {
                        Instant date = find(shelf, request.at());
                        return request.mailbox().isEmpty()
                                ? everything(shelf, date, request, course)
                                : inScratch(
                                        folder ->
                                                new MailboxBack(shelf, date, postman, clock, course)
                                                        .run(
                                                                request.mailbox(),
                                                                request.inPlace(),
                                                                folder));
                    });
        } catch (RefusedException refused) {
            return new RestoreOutcome.Refused(refused.text);
        }
    }

    private BackupOutcome make(BackupRequest request, Course course) throws RefusedException {
        return in(
                request.place(),
                shelf -> {
                    Secret given = request.passphrase();
                    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
                    BackupOutcome.Made made =
                            inScratch(
                                    folder ->
                                            new Making(
                                                            mail,
                                                            new Station(root),
                                                            shelf,
                                                            folder,
                                                            course)
                                                    .run(
                                                            version,
                                                            now,
                                                            given == null
                                                                    ? passphrase.read()
                                                                    : given,
                                                            request.keep()));
                    LOG.info(
                            "A backup of {} letters was made, {} files of {} octets were copied",
                            made.letters(),
                            made.copied(),
                            made.copiedOctets());
                    return made;
                });
    }

    private RestoreOutcome everything(
            Shelf shelf, Instant date, RestoreRequest request, Course course)
            throws IOException, RefusedException {
        if (!mail.isEmpty() && !request.replace()) {
            throw new RefusedException(Text.of("restore.not-empty"));
        }
        RestoreOutcome.Ready ready =
                new WholeBack(shelf, root, course).run(date, request.passphrase());
        LOG.info("A backup of {} was brought here; the daemon takes it into use", date);
        restart.run();
        return ready;
    }

    private static BackupOutcome list(Shelf shelf) throws IOException {
        List<BackupOutcome.Kept> kept = new ArrayList<>();
        for (Instant date : shelf.dates()) {
            Listing.Head head = shelf.head(date);
            kept.add(new BackupOutcome.Kept(date, head.letters(), head.octets(), head.version()));
        }
        return new BackupOutcome.Listed(kept);
    }

    private static Instant find(Shelf shelf, String at) throws IOException, RefusedException {
        try {
            Instant found = shelf.find(at, ZoneId.systemDefault());
            if (found == null) {
                throw new RefusedException(
                        at.isEmpty() ? Text.of("restore.none") : Text.of("restore.none-at", at));
            }
            return found;
        } catch (DateTimeException noDate) {
            throw new RefusedException(Text.of("restore.no-date", at));
        }
    }

    private BackupOutcome keys(String text, String fingerprint) throws RefusedException {
        if (!(Place.of(text) instanceof Place.Ssh place)) {
            throw new RefusedException(Text.of("backup.place", text));
        }
        try {
            String own = keys.publicKey();
            List<SshKeys.HostKey> shown = keys.shown(place);
            for (SshKeys.HostKey key : shown) {
                if (key.fingerprint().equals(fingerprint)) {
                    keys.trust(place, key);
                }
            }
            List<String> trusted = new ArrayList<>();
            for (SshKeys.HostKey key : shown) {
                if (keys.isKnown(key)) {
                    trusted.add(key.fingerprint());
                }
            }
            if (!fingerprint.isEmpty() && !trusted.contains(fingerprint)) {
                throw new RefusedException(Text.of("backup.ssh.other-key", place.host()));
            }
            return new BackupOutcome.Keys(
                    own, shown.stream().map(SshKeys.HostKey::fingerprint).toList(), trusted);
        } catch (IOException noSsh) {
            LOG.warn("The keys for backups cannot be shown", noSsh);
            throw new RefusedException(Text.of("backup.ssh.none"));
        }
    }

    private interface Refusable<T> {
        T run(Shelf shelf) throws IOException, RefusedException;
    }

    private interface Scratch<T> {
        T run(Path folder) throws IOException, RefusedException;
    }

    private <T> T inScratch(Scratch<T> work) throws IOException, RefusedException {
        Path folder = Files.createTempDirectory(root.resolve("tmp"), "backup-");
        try {
            return work.run(folder);
        } finally {
            Arrived.removeTree(folder);
        }
    }

    private <T> T in(String text, Refusable<T> work) throws RefusedException {
        Place place = Place.of(text);
        if (place == null) {
            throw new RefusedException(Text.of("backup.place", text));
        }
        if (!one.tryLock()) {
            throw new RefusedException(Text.of("backup.busy"));
        }
        try (Vault vault = open(place)) {
            return work.run(new Shelf(vault));
        } catch (IOException failure) {
            LOG.warn("A backup cannot be used or made in {}", text, failure);
            throw new RefusedException(words(failure, text));
        } finally {
            one.unlock();
        }
    }

    private Vault open(Place place) throws IOException {
        return switch (place) {
            case Place.Folder(Path path) -> new FolderVault(path);
            case Place.Ssh ssh -> SshLink.open(ssh, keys);
        };
    }

    private static Text words(IOException failure, String place) {
        return switch (failure) {
            case Making.NoRoomException full -> full.text();
            case UnreachableException unreachable -> unreachable.text();
            case Sealed.WrongPassphraseException _ -> Text.of("restore.passphrase");
            case NotDirectoryException _ -> Text.of("backup.no-folder", place);
            case AccessDeniedException _ -> Text.of("backup.no-right", place);
            case FileSystemException denied
                    when String.valueOf(denied.getReason()).contains("Read-only") ->
                    Text.of("backup.no-right", place);
            default -> Text.of("backup.failed", String.valueOf(failure.getMessage()));
        };
    }
}
