package org.mailstation.daemon.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mailstation.files.AtomicFile;

/**
 * The key by which this station signs in elsewhere, and the keys by which it knows other computers.
 *
 * @param folder of the station's secrets
 */
record SshKeys(Path folder) {
    private static final int MOST_OCTETS = 64 * 1024;

    /**
     * A key of another computer.
     *
     * @param line as {@code known_hosts} has it
     * @param fingerprint as {@code ssh} shows it: {@code SHA256:} and Base64
     */
    record HostKey(String line, String fingerprint) {}

    Path key() {
        return folder.resolve("backup-key");
    }

    Path knownHosts() {
        return folder.resolve("backup-known-hosts");
    }

    /** The line for {@code authorized_keys} over there; the key is made if there is none. */
    String publicKey() throws IOException {
        if (!Files.exists(key())) {
            run(
                    List.of(
                            "ssh-keygen",
                            "-q",
                            "-t",
                            "ed25519",
                            "-N",
                            "",
                            "-C",
                            "mail-station-backup",
                            "-f",
                            key().toString()));
        }
        return run(List.of("ssh-keygen", "-y", "-f", key().toString())).strip();
    }

    /** Which keys the other computer shows now; none if it does not answer. */
    List<HostKey> shown(Place.Ssh place) throws IOException {
        List<HostKey> keys = new ArrayList<>();
        String port = Integer.toString(place.port());
        String host = place.host();
        for (String line :
                run(List.of("ssh-keyscan", "-T", "10", "-p", port, host)).lines().toList()) {
            String[] words = line.split(" ");
            if (!line.startsWith("#") && words.length == 3) {
                keys.add(
                        new HostKey(
                                place.knownAs() + " " + words[1] + " " + words[2],
                                fingerprint(words[2])));
            }
        }
        return keys;
    }

    boolean isKnown(HostKey key) throws IOException {
        return Files.exists(knownHosts()) && Files.readAllLines(knownHosts()).contains(key.line());
    }

    /** From now on that computer is known by this key, and by no other. */
    void trust(Place.Ssh place, HostKey key) throws IOException {
        List<String> lines = new ArrayList<>();
        if (Files.exists(knownHosts())) {
            lines.addAll(Files.readAllLines(knownHosts()));
        }
        lines.removeIf(line -> line.startsWith(place.knownAs() + " "));
        lines.add(key.line());
        AtomicFile.write(knownHosts(), String.join("\n", lines) + "\n");
    }

    private static String fingerprint(String base64) throws IOException {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(Base64.getDecoder().decode(base64));
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException | IllegalArgumentException e) {
            throw new IOException("the other computer's key cannot be read", e);
        }
    }

    private static String run(List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readNBytes(MOST_OCTETS), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroy();
            }
            return said;
        } catch (InterruptedException hurry) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(hurry);
        }
    }
}
