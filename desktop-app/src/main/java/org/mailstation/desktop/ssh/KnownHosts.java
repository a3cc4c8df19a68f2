package org.mailstation.desktop.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailstation.desktop.work.FailureException;
import org.mailstation.files.AtomicFile;

/**
 * The assistant's own list of pinned host keys, in the format of OpenSSH's {@code known_hosts}
 * (sshd(8)), one key a host: so {@code ssh-keygen -l -f} reads it. It is read anew each time, since
 * two windows may be open; a line that cannot be read stops everything, because behind it may stand
 * the very key that must be compared.
 */
public final class KnownHosts {
    private final Path file;

    public KnownHosts(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /** The key pinned for a host, or {@code null} if it was never met. */
    synchronized @Nullable PublicHostKey find(String host, int port) throws FailureException {
        String name = name(host, port);
        for (String line : lines()) {
            String[] part = line.strip().split("\\s+", -1);
            if (part[0].startsWith("#") || part[0].isEmpty()) {
                continue;
            }
            if (part.length < 3) {
                throw unusable("line without a key", null);
            }
            if (part[0].equals(name)) {
                return key(part[1], part[2]);
            }
        }
        return null;
    }

    /** Pins a key. The caller has asked the person, and has made sure that there is none yet. */
    synchronized void pin(String host, int port, PublicHostKey key) throws FailureException {
        List<String> lines = new ArrayList<>(lines());
        lines.add(name(host, port) + " " + key.algorithm() + " " + key.base64());
        write(lines);
    }

    /** Forgets the key of a host that this computer has nothing to do with any more. */
    public synchronized void unpin(String host, int port) throws FailureException {
        String name = name(host, port) + " ";
        List<String> lines = lines();
        List<String> others = lines.stream().filter(line -> !line.startsWith(name)).toList();
        if (others.size() < lines.size()) {
            write(others);
        }
    }

    private void write(List<String> lines) throws FailureException {
        try {
            AtomicFile.writeWithFolders(
                    file, lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
        } catch (IOException e) {
            throw unusable(e.toString(), e);
        }
    }

    private List<String> lines() throws FailureException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException notYet) {
            return List.of();
        } catch (IOException e) {
            throw unusable(e.toString(), e);
        }
    }

    private PublicHostKey key(String algorithm, String base64) throws FailureException {
        try {
            return new PublicHostKey(algorithm, base64);
        } catch (IllegalArgumentException e) {
            throw unusable("line with a damaged key", e);
        }
    }

    private FailureException unusable(String reason, @Nullable Throwable cause) {
        return new FailureException(
                new SshFailure.KnownHostsUnusable(file.toString(), reason), cause);
    }

    private static String name(String host, int port) {
        String lower = host.toLowerCase(Locale.ROOT);
        return port == 22 ? lower : "[" + lower + "]:" + port;
    }
}
