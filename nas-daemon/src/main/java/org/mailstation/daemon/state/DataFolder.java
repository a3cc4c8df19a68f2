package org.mailstation.daemon.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * Where everything of one station lies.
 *
 * @param root the folder given with {@code --data}; nothing outside it is ever written
 */
public record DataFolder(Path root) {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    /**
     * Members of the service's group may pass through to the control socket, but look at nothing.
     */
    private static final Set<PosixFilePermission> PASSAGE =
            PosixFilePermissions.fromString("rwx--x---");

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path config() {
        return root.resolve("config");
    }

    public Path stationToml() {
        return config().resolve("station.toml");
    }

    public Path revisions() {
        return config().resolve("revisions");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    /** The keys of the station's signatures. */
    public Path signingKeys() {
        return secrets().resolve("dkim.json");
    }

    public Path mail() {
        return root.resolve("mail");
    }

    public Path queue() {
        return root.resolve("queue");
    }

    /** For what is still coming in; may be emptied while no daemon runs. */
    public Path temporary() {
        return root.resolve("tmp");
    }

    /** What is known of the DDNS provider. */
    public Path ddns() {
        return config().resolve("ddns.json");
    }

    /** What the station saw of itself. */
    public Path watched() {
        return config().resolve("watched.json");
    }

    /** What is counted, so that a restart does not forget it. */
    public Path counts() {
        return config().resolve("counts.json");
    }

    /** Who is held back, so that a restart lets nobody guess anew. */
    public Path guard() {
        return config().resolve("guard.json");
    }

    /** The key that an authority for certificates knows the station by. */
    public Path acmeAccount() {
        return secrets().resolve("acme.pem");
    }

    /** What is known of fetching certificates. */
    public Path acme() {
        return config().resolve("acme.json");
    }

    /** What is known of the backups that are made by themselves. */
    public Path backups() {
        return config().resolve("backup.json");
    }

    /** Replaces the places on the Internet that checks ask; usually missing. */
    public Path landmarks() {
        return config().resolve("landmarks.properties");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** What was asked of the router. */
    public Path forwards() {
        return root.resolve("forwards");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path socket() {
        return run().resolve("control.sock");
    }

    public Path lock() {
        return run().resolve("lock");
    }

    /**
     * Makes what is missing and tightens the modes of what is there. The root itself keeps the mode
     * that its owner gave it, if it existed.
     *
     * @throws IOException if a folder cannot be made or belongs to somebody else
     */
    public void create() throws IOException {
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PASSAGE);
        }
        for (Path folder :
                List.of(config(), revisions(), secrets(), mail(), queue(), temporary(), logs())) {
            make(folder, OWNER_ONLY);
        }
        make(run(), PASSAGE);
    }

    private static void make(Path folder, Set<PosixFilePermission> mode) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
        }
        if (!Files.getPosixFilePermissions(folder).equals(mode)) {
            Files.setPosixFilePermissions(folder, mode);
        }
    }
}
