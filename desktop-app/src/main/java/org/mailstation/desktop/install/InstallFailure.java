package org.mailstation.desktop.install;

import org.mailstation.desktop.work.Failure;
import org.mailstation.text.Text;

/**
 * The ways in which an installation can fail; each leaves the NAS as it was. What SSH itself can do
 * wrong is in {@code SshFailure}.
 */
public sealed interface InstallFailure extends Failure {
    /**
     * This copy of the assistant carries no package for the NAS. {@code folder}: where it was
     * looked for.
     */
    record PackageMissing(String folder) implements InstallFailure {
        @Override
        public Text text() {
            return Text.of("install.package-missing", folder);
        }
    }

    /** A package that is not what its makers signed. {@code file}: which. */
    record NotSigned(String file) implements InstallFailure {
        @Override
        public Text text() {
            return Text.of("install.not-signed", file);
        }
    }

    /** The NAS is no Linux system. */
    record WrongSystem(String system) implements InstallFailure {
        @Override
        public Text text() {
            return Text.of("install.wrong-system", system);
        }
    }

    /** The package is for another processor. */
    record WrongArchitecture(String found, String needed) implements InstallFailure {
        @Override
        public Text text() {
            return Text.of("install.wrong-architecture", found, needed);
        }
    }

    /**
     * The daemon that is there came as a package of the NAS's own system, which has to bring every
     * other version, too. Nothing was sent.
     */
    record ByPackage(String there, String own) implements InstallFailure {
        @Override
        public Text text() {
            return Text.of("install.installer-by-package", there, own);
        }

        @Override
        public String code() {
            return "install.by-package";
        }
    }

    /** The daemon that is there is newer than what this assistant brings. Nothing was sent. */
    record NewerThere(String there, String own) implements InstallFailure {
        @Override
        public Text text() {
            return Text.of("install.newer-there", there, own);
        }
    }

    /** Not enough room. Megabytes are 10⁶ bytes. */
    record DiskFull(String folder, long freeMegabytes, long neededMegabytes)
            implements InstallFailure {
        @Override
        public Text text() {
            return Text.of(
                    "install.disk-full",
                    folder,
                    Long.toString(freeMegabytes),
                    Long.toString(neededMegabytes));
        }
    }

    /** No folder of the NAS lets this user write. */
    record NotWritable(String folder) implements InstallFailure {
        @Override
        public Text text() {
            return Text.of("install.not-writable", folder);
        }
    }

    /** What arrived is not what was sent. */
    record ChecksumDiffers() implements InstallFailure {
        @Override
        public Text text() {
            return Text.of("install.checksum-differs");
        }
    }

    /**
     * The NAS's own installer gave up, and put everything back as it was.
     *
     * @param exitCode as listed in {@code install.sh}
     * @param said its last lines, as they are
     */
    record InstallerFailed(int exitCode, String said) implements InstallFailure {
        @Override
        public Text text() {
            return Text.of(code(), Integer.toString(exitCode), said);
        }

        @Override
        public String code() {
            return switch (exitCode) {
                case 5 -> "install.installer-no-room";
                case 7 -> "install.installer-no-user";
                case 8 -> "install.installer-not-up";
                case 9 -> "install.installer-not-written";
                case 10 -> "install.installer-busy";
                case 11 -> "install.installer-by-package";
                case 12 -> "install.installer-older";
                default -> "install.installer-failed";
            };
        }
    }
}
