package org.mailstation.desktop.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What is uploaded: the daemon with its own Java runtime.
 *
 * @param file {@code mailstation-VERSION-linux-PROCESSOR.tar.gz}
 * @param processor as {@code uname -m} prints it
 * @param sha256 of the whole file, lower-case hex
 */
public record NasPackage(
        Path file, String version, String processor, long bytes, String sha256, Seal seal) {

    /** One whose signature was proven. */
    static NasPackage of(
            Path file, String version, String processor, byte[] signature, MakerKey key)
            throws IOException {
        return new NasPackage(
                file,
                version,
                processor,
                Files.size(file),
                sha256(file),
                new Seal(Base64.getEncoder().encodeToString(signature), key));
    }

    /**
     * What the NAS can prove for itself that the package comes from its makers.
     *
     * @param signature of the archive without its gzip packing, DER in Base64
     */
    public record Seal(String signature, MakerKey key) {}

    /** SHA-256 of the first bytes of the package, to compare with what a NAS has of it already. */
    String sha256OfFirst(long count) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            long left = count;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
