package org.mailstation.daemon.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.mailstation.daemon.backup.sftp.SftpVault;

/** Reaches another computer by this one's {@code ssh}, without a terminal and without a shell. */
final class SshLink {
    private static final int MOST_WORDS = 4096;

    private SshLink() {}

    /**
     * @throws UnreachableException with what {@code ssh} said
     */
    static SftpVault open(Place.Ssh place, SshKeys keys) throws IOException {
        Process ssh = new ProcessBuilder(command(place, keys)).start();
        CompletableFuture<String> words = words(ssh);
        try {
            return new SftpVault(
                    ssh.getInputStream(), ssh.getOutputStream(), place.path(), () -> end(ssh));
        } catch (java.nio.file.NotDirectoryException noFolder) {
            end(ssh);
            throw noFolder;
        } catch (IOException failure) {
            end(ssh);
            throw new UnreachableException(place, words.join(), failure);
        }
    }

    private static List<String> command(Place.Ssh place, SshKeys keys) {
        return List.of(
                "ssh",
                "-F",
                "none",
                "-o",
                "BatchMode=yes",
                "-o",
                "IdentitiesOnly=yes",
                "-o",
                "IdentityFile=\"" + keys.key() + "\"",
                "-o",
                "UserKnownHostsFile=\"" + keys.knownHosts() + "\"",
                "-o",
                "GlobalKnownHostsFile=/dev/null",
                "-o",
                "StrictHostKeyChecking=yes",
                "-o",
                "UpdateHostKeys=no",
                "-o",
                "ConnectTimeout=20",
                "-o",
                "ServerAliveInterval=15",
                "-o",
                "ServerAliveCountMax=4",
                "-o",
                "LogLevel=ERROR",
                "-p",
                Integer.toString(place.port()),
                "-l",
                place.user(),
                "-s",
                place.host(),
                "sftp");
    }

    /** Reads on, so that the program never waits for us, and keeps the beginning. */
    private static CompletableFuture<String> words(Process process) {
        CompletableFuture<String> words = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("ssh-words")
                .start(
                        () -> {
                            try (InputStream in = process.getErrorStream()) {
                                byte[] beginning = in.readNBytes(MOST_WORDS);
                                words.complete(new String(beginning, StandardCharsets.UTF_8));
                                in.transferTo(java.io.OutputStream.nullOutputStream());
                            } catch (IOException ended) {
                                words.complete("");
                            }
                        });
        return words;
    }

    private static void end(Process ssh) {
        try {
            ssh.getOutputStream().close();
            if (!ssh.waitFor(2, TimeUnit.SECONDS)) {
                ssh.destroy();
            }
        } catch (IOException alreadyGone) {
            ssh.destroy();
        } catch (InterruptedException hurry) {
            ssh.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
