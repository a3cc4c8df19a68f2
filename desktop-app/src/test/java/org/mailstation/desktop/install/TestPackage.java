package org.mailstation.desktop.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.mailstation.desktop.testing.TestMaker;
import org.mailstation.desktop.work.FailureException;

/** A small package for a NAS: an installer that tells what it was asked for, and some ballast. */
final class TestPackage {
    /** So that an upload has many blocks. */
    static final int BALLAST = 700_000;

    /**
     * Installs like the real one, but for the service. What the tests want of it comes with the
     * environment: {@code INSTALLER_EXIT} makes it fail, {@code INSTALLER_WAITS} makes it stop in
     * the middle and say so by a file.
     */
    private static final String INSTALLER =
            """
            echo "installer: $* as ${ROLE:-nobody special}" >>"$HOME/installer-calls"
            if [ -n "$INSTALLER_WAITS" ]; then echo here >"$HOME/installer-waits"; exec sleep 600; fi
            echo "first line"
            if [ -n "$INSTALLER_EXIT" ]; then
                for line in 2 3 4 5 6; do echo "line $line"; done
                echo "There is a reason." >&2
                exit "$INSTALLER_EXIT"
            fi
            case $1 in
                --user-mode) prefix=$2; data=$2/data ;;
                *) prefix=$NAS_ROOT/opt/mailstation; data=$NAS_ROOT/var/lib/mailstation ;;
            esac
            mkdir -p "$prefix/current/bin" "$data/run"
            cp "$(dirname "$0")/VERSION" "$prefix/current/VERSION"
            echo "$data" >"$prefix/current/data-dir"
            printf '#!/bin/sh\\n' >"$prefix/current/bin/mailstationctl"
            chmod 755 "$prefix/current/bin/mailstationctl"
            """;

    private TestPackage() {}

    /** The package, made by this computer's {@code tar} in a folder of its own. */
    static NasPackage make(Path folder, String version, String processor)
            throws IOException, InterruptedException, FailureException {
        Path shelf = Files.createDirectories(folder.resolve("shelf-" + version + processor));
        Path inside = Files.createDirectories(shelf.resolve("mailstation-" + version));
        Files.writeString(inside.resolve("install.sh"), INSTALLER);
        Files.writeString(inside.resolve("VERSION"), version + "\n");
        byte[] ballast = new byte[BALLAST];
        new Random(version.hashCode()).nextBytes(ballast);
        Files.write(inside.resolve("ballast"), ballast);
        Path file = shelf.resolve("mailstation-" + version + "-linux-" + processor + ".tar.gz");
        Process tar =
                new ProcessBuilder("tar", "-czf", file.toString(), "mailstation-" + version)
                        .directory(shelf.toFile())
                        .inheritIO()
                        .start();
        if (tar.waitFor() != 0) {
            throw new IOException("tar ended with " + tar.exitValue());
        }
        TestMaker.sign(file);
        return new PackageShelf(shelf, TestMaker.key()).packages().getFirst();
    }
}
