package org.mailstation.desktop.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.mailstation.desktop.ssh.Ran;
import org.mailstation.desktop.ssh.RemoteProcess;
import org.mailstation.desktop.ssh.Shell;
import org.mailstation.desktop.ssh.SshConnection;
import org.mailstation.desktop.ssh.SshFailure;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/**
 * Brings the package into a folder of the NAS through the input of {@code cat}: neither SFTP nor
 * SCP is needed. What an interrupted upload left is used if it is the beginning of this very
 * package.
 */
final class Upload {
    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final Duration HASHING = Duration.ofMinutes(5);
    private static final int BLOCK = 32 * 1024;

    /** The package itself, and what comes out of it: a Java runtime packs to about two fifths. */
    private static final int UNPACKED_FACTOR = 4;

    private final SshConnection connection;
    private final NasPackage nasPackage;
    private final String[] places;

    /**
     * @param places folders of the NAS to try after the user's home
     */
    Upload(SshConnection connection, NasPackage nasPackage, String... places) {
        this.connection = connection;
        this.nasPackage = nasPackage;
        this.places = places.clone();
    }

    /** A folder on the NAS that holds the beginning of the package, maybe nothing of it. */
    record Room(String folder, long have) {
        String file() {
            return folder + "/package";
        }
    }

    Room prepare() throws FailureException {
        String name = ".mail-station-" + nasPackage.sha256().substring(0, 16);
        String kilobytes = Long.toString(nasPackage.bytes() * UNPACKED_FACTOR / 1024 + 1);
        String[] arguments = new String[places.length + 2];
        arguments[0] = name;
        arguments[1] = kilobytes;
        System.arraycopy(places, 0, arguments, 2, places.length);
        Ran ran = connection.run(Shell.script(NasScripts.PREPARE, arguments), HASHING);
        KeyValues said = KeyValues.of(ran.output());
        return switch (ran.status()) {
            case 0 -> room(said);
            case 4 ->
                    throw new FailureException(
                            new InstallFailure.DiskFull(
                                    said.text("place"),
                                    said.number("free") * 1024 / 1_000_000,
                                    nasPackage.bytes() * UNPACKED_FACTOR / 1_000_000 + 1));
            default ->
                    throw new FailureException(
                            new InstallFailure.NotWritable(String.join(", ", places)));
        };
    }

    private Room room(KeyValues said) throws FailureException {
        Room room = new Room(said.text("folder"), said.number("have"));
        try {
            boolean beginning =
                    room.have() <= nasPackage.bytes()
                            && nasPackage.sha256OfFirst(room.have()).equals(said.text("hash"));
            if (beginning) {
                return room;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        connection.run(Shell.script(": >\"$1\"", room.file()), SHORT);
        return new Room(room.folder(), 0);
    }

    /** Sends what is missing. {@code progress}: bytes that were sent or there before. */
    void send(Room room, LongConsumer progress, Cancellation cancellation) throws FailureException {
        progress.accept(room.have());
        try (InputStream in = Files.newInputStream(nasPackage.file());
                RemoteProcess cat =
                        connection.start(Shell.script(NasScripts.APPEND, room.file()))) {
            in.skipNBytes(room.have());
            pump(in, cat, room, progress, cancellation);
            Ran ran = cat.finish(SHORT);
            if (!ran.ok()) {
                throw new FailureException(refused(room, ran.complaints()));
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void pump(
            InputStream in,
            RemoteProcess cat,
            Room room,
            LongConsumer progress,
            Cancellation cancellation)
            throws IOException, FailureException {
        byte[] block = new byte[BLOCK];
        long sent = room.have();
        OutputStream out = cat.stdin();
        for (int count = in.read(block); count >= 0; count = in.read(block)) {
            cancellation.check();
            try {
                out.write(block, 0, count);
                out.flush();
            } catch (IOException e) {
                // Either the connection is lost, which waiting tells, or cat has ended, and says
                // why.
                cat.await(SHORT);
                throw new FailureException(refused(room, cat.complaints()), e);
            }
            sent += count;
            progress.accept(sent);
        }
    }

    /**
     * Nothing of it is unpacked before it is known to be what was sent, and by whom it was made.
     */
    void verify(Room room) throws FailureException {
        Ran ran = connection.run(Shell.script(NasScripts.CHECK, room.file()), HASHING);
        if (!ran.output().toLowerCase(Locale.ROOT).endsWith(nasPackage.sha256())) {
            throw new FailureException(new InstallFailure.ChecksumDiffers());
        }
        NasPackage.Seal seal = nasPackage.seal();
        Ran proof =
                connection.run(
                        Shell.script(
                                NasScripts.PROVE,
                                room.folder(),
                                seal.key().pem(),
                                seal.signature()),
                        HASHING);
        if (!proof.ok()) {
            throw new FailureException(new InstallFailure.NotSigned(room.file()));
        }
    }

    void unpack(Room room) throws FailureException {
        Ran ran = connection.run(Shell.script(NasScripts.UNPACK, room.folder()), HASHING);
        if (!ran.ok()) {
            throw new FailureException(refused(room, ran.complaints()));
        }
    }

    void remove(Room room) throws FailureException {
        connection.run(Shell.script("rm -rf \"$1\"", room.folder()), SHORT);
    }

    private InstallFailure refused(Room room, String complaints) {
        if (complaints.toLowerCase(Locale.ROOT).contains("no space")
                || complaints.toLowerCase(Locale.ROOT).contains("quota")) {
            return new InstallFailure.DiskFull(
                    room.folder(), 0, nasPackage.bytes() * UNPACKED_FACTOR / 1_000_000 + 1);
        }
        return new InstallFailure.NotWritable(room.folder() + ": " + complaints);
    }

    private FailureException unreadable(IOException e) {
        return new FailureException(
                new InstallFailure.PackageMissing(nasPackage.file().toString()), e);
    }

    /** Whether a failure left nobody to talk to, so that nothing can be removed any more. */
    static boolean lost(FailureException e) {
        return e.failure() instanceof SshFailure.ConnectionLost;
    }
}
