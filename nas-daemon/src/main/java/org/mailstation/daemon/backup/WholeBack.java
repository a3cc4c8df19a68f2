package org.mailstation.daemon.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.RestoreOutcome;
import org.mailstation.control.Secret;
import org.mailstation.daemon.task.Course;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a whole station to where the next start finds it. */
record WholeBack(Shelf shelf, Path root, Course course) {
    private static final Logger LOG = LoggerFactory.getLogger(WholeBack.class);

    /**
     * @param passphrase {@code null}: what is sealed stays away
     * @throws Sealed.WrongPassphraseException before anything has changed
     */
    RestoreOutcome.Ready run(Instant date, @Nullable Secret passphrase) throws IOException {
        Path folder = Arrived.begin(root);
        try {
            Fetching fetching = new Fetching(shelf, date, course, false);
            Listing.Head head = fetching.run(folder);
            List<String> missing = unseal(folder, passphrase, head.left());
            sync();
            course.goOn();
            Arrived.finish(root);
            return new RestoreOutcome.Ready(
                    date, fetching.allLetters(), fetching.damages(), fetching.damaged(), missing);
        } finally {
            Arrived.removeTree(folder);
        }
    }

    /**
     * @return what must be entered or made anew
     */
    private static List<String> unseal(Path folder, @Nullable Secret passphrase, List<String> left)
            throws IOException {
        Path sealed = folder.resolve(Sealed.PATH);
        if (!Files.exists(sealed)) {
            return left;
        }
        byte[] octets = Files.readAllBytes(sealed);
        Files.delete(sealed);
        if (passphrase == null) {
            return List.of(Sealed.PATH);
        }
        Path secrets = folder.resolve(Station.SECRETS);
        for (Map.Entry<String, byte[]> one : Sealed.open(octets, passphrase).entrySet()) {
            Path file = new Entry("0".repeat(64), 0, 0, 0, 0, one.getKey()).below(secrets);
            Files.createDirectories(file.resolveSibling(".").normalize());
            Files.write(file, one.getValue());
            Files.setPosixFilePermissions(
                    file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        }
        return List.of();
    }

    /**
     * One call for a hundred thousand letters: to wait for each would take a quarter of an hour.
     */
    private static void sync() throws IOException {
        try {
            Process sync = new ProcessBuilder("sync").start();
            if (!sync.waitFor(10, TimeUnit.MINUTES)) {
                throw new IOException("the disk takes too long");
            }
        } catch (IOException noSuchProgram) {
            LOG.warn("What was brought back could not be synced; the system will", noSuchProgram);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
