package org.mailstation.desktop.install;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailstation.desktop.work.FailureException;

/**
 * Where this copy of the assistant has its packages for NASes.
 *
 * @param folder with {@code mailstation-VERSION-linux-PROCESSOR.tar.gz} and, beside each, its
 *     signature {@code ….tar.sig}
 * @param key whose signature they must bear
 */
public record PackageShelf(Path folder, MakerKey key) {
    private static final Pattern NAME =
            Pattern.compile("(mailstation-(.+)-linux-([A-Za-z0-9_]+)\\.tar)\\.gz");

    /**
     * The packages.
     *
     * @throws FailureException with {@link InstallFailure.PackageMissing} if there are none, with
     *     {@link InstallFailure.NotSigned} if one is not what its makers signed
     */
    public List<NasPackage> packages() throws FailureException {
        List<NasPackage> found = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, "mailstation-*.tar.gz")) {
            for (Path file : files) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    byte[] signature = signature(file, name.group(1));
                    found.add(NasPackage.of(file, name.group(2), name.group(3), signature, key));
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

    private byte[] signature(Path file, String tar) throws IOException, FailureException {
        Path beside = file.resolveSibling(tar + ".sig");
        byte[] signature = Files.exists(beside) ? Files.readAllBytes(beside) : new byte[0];
        if (!key.proves(file, signature)) {
            throw new FailureException(new InstallFailure.NotSigned(file.toString()));
        }
        return signature;
    }
}
