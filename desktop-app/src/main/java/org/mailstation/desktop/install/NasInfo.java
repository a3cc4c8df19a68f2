package org.mailstation.desktop.install;

/**
 * What a NAS says about itself.
 *
 * @param system kernel, as {@code uname -s} prints it: {@code Linux}
 * @param architecture processor, as {@code uname -m} prints it: {@code x86_64}
 * @param product for a person, for example {@code DSM 7.2.1-69057} or {@code Debian GNU/Linux 12}
 * @param freeBytes room where the daemon is installed; -1 where the NAS does not tell
 * @param systemd whether services are started by systemd
 * @param installedVersion of the daemon that is already there; empty: none
 * @param conditions what it offers to a mail server
 */
public record NasInfo(
        String system,
        String architecture,
        String product,
        long freeBytes,
        boolean systemd,
        String installedVersion,
        Conditions conditions) {
    public boolean installed() {
        return !installedVersion.isEmpty();
    }

    /** Whether the daemon that is there came as a package of the NAS's own system. */
    public boolean packaged() {
        return installed() && conditions.owner().packaged();
    }

    /** The same after an installation. */
    public NasInfo with(Installed daemon) {
        return new NasInfo(
                system,
                architecture,
                product,
                freeBytes,
                systemd,
                daemon.version(),
                conditions.installed());
    }
}
