package org.mailstation.desktop.install;

/** Where the daemon lives on a NAS. */
public sealed interface InstallPlace {
    /** The usual place of that NAS, as a service of its own user; needs an administrator. */
    record Service() implements InstallPlace {}

    /**
     * Everything in one folder, as the user who is signed in, without a service of the system.
     *
     * @param folder absolute path on the NAS
     */
    record Folder(String folder) implements InstallPlace {}
}
