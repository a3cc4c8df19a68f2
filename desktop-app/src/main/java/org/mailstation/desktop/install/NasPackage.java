package org.mailstation.desktop.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailstation.desktop.work.FailureException;

/**
 * What is uploaded: the daemon with its own Java runtime.
 *
 * @param file {@code mailstation-VERSION-linux-PROCESSOR.tar.gz}
 * @param processor as {@code uname -m} prints it
 * @param sha256 of the whole file, lower-case hex
 */
public record NasPackage(Path file, String version, String processor, long bytes, String sha256) {
    private static final Pattern NAME =
            Pattern.compile("mailstation-(.+)-linux-([A-Za-z0-9_]+)\\.tar\\.gz");

    /**
     * The packages that this copy of the assistant carries.
     *
     * @throws FailureException with {@link InstallFailure.PackageMissing} if there are none
     */
    public static List<NasPackage> in(Path folder) throws FailureException {
        List<NasPackage> found = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, "mailstation-*.tar.gz")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    found.add(
                            new NasPackage(
                                    file,
                                    name.group(1),
                                    name.group(2),
                                    Files.size(file),
                                    sha256(file)));
                }
            }
        } catch (IOException e) {
            throw new FailureException(new InstallFailure.PackageMissing(folder.toString()), e);
        }
        if (found.isEmpty()) {
            throw new FailureException(new InstallFailure.PackageMissing(folder.toString()));
        }
        return List.copyOf(found);
    }

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
