package org.mailstation.desktop.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailstation.control.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that a practice starts and writes: one folder, the SSH server, the outside. What is
 * installed through the SSH server lies in {@link #nas()}.
 */
final class PracticeHome implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PracticeHome.class);

    private final Path folder;
    private final boolean keep;
    private final PracticeSsh ssh;
    private final OutsideServer outside;
    private final AtomicBoolean closed = new AtomicBoolean();

    private PracticeHome(Path folder, boolean keep, PracticeSsh ssh, OutsideServer outside) {
        this.folder = folder;
        this.keep = keep;
        this.ssh = ssh;
        this.outside = outside;
    }

    /**
     * @param wanted an empty or new folder; {@code null}: a temporary one
     * @param keep leave the folder behind
     * @throws IOException also if the folder holds something: it would be deleted with the rest
     */
    static PracticeHome open(@Nullable Path wanted, boolean keep, Secret password, Clock clock)
            throws IOException {
        Path folder =
                wanted == null ? Files.createTempDirectory("mail-station-practice") : empty(wanted);
        try {
            PracticeCertificate certificate = PracticeCertificate.create(clock.instant());
            Path trust = folder.resolve("trust.p12");
            certificate.writeTrustStore(trust);
            Path names = folder.resolve("hosts");
            Files.writeString(names, "127.0.0.1 localhost " + OutsideServer.NAME + "\n");
            OutsideServer outside = OutsideServer.start(certificate);
            PracticeSsh ssh = PracticeSsh.start(folder, password, knowing(trust, names));
            PracticeHome home = new PracticeHome(folder, keep, ssh, outside);
            // also when the person ends the program with Ctrl-C: no daemon stays behind
            Runtime.getRuntime().addShutdownHook(new Thread(home::closeAtEnd, "practice-end"));
            return home;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static Path empty(Path wanted) throws IOException {
        Path folder = Files.createDirectories(wanted).toRealPath();
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new IOException(folder + " is not empty");
            }
        }
        return folder;
    }

    /**
     * The daemon verifies the server that its letters go through: the outside's certificate is
     * known here, and so is its name. No other name has an address in a practice, so that nothing
     * reaches anybody.
     */
    private static Map<String, String> knowing(Path trust, Path names) {
        return Map.of(
                "MAILSTATION_JAVA_OPTIONS",
                String.join(
                        " ",
                        "-Djdk.net.hosts.file=" + names,
                        "-Djavax.net.ssl.trustStore=" + trust,
                        "-Djavax.net.ssl.trustStoreType=PKCS12",
                        "-Djavax.net.ssl.trustStorePassword="
                                + PracticeCertificate.STORE_PASSWORD));
    }

    Path folder() {
        return folder;
    }

    /** Where the daemon is installed. */
    Path nas() {
        return folder.resolve("nas");
    }

    int sshPort() {
        return ssh.port();
    }

    OutsideServer outside() {
        return outside;
    }

    /** Ends the daemon by its own uninstaller, then the servers, then deletes the folder. */
    @Override
    public void close() throws IOException {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            uninstall();
        } finally {
            ssh.close();
            outside.close();
            if (!keep) {
                delete();
            }
        }
    }

    private void closeAtEnd() {
        try {
            close();
        } catch (IOException e) {
            LOG.warn("the practice in {} is not removed", folder, e);
        }
    }

    private void uninstall() throws IOException {
        Path uninstaller = nas().resolve("current").resolve("uninstall.sh");
        if (!Files.exists(uninstaller)) {
            return;
        }
        ProcessBuilder command = new ProcessBuilder("sh", uninstaller.toString());
        Process process =
                command.redirectErrorStream(true)
                        .redirectOutput(folder.resolve("uninstall.log").toFile())
                        .start();
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                LOG.warn("the practice daemon could not be uninstalled, exit code {}", exit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
