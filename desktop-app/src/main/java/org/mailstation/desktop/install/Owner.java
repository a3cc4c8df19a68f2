package org.mailstation.desktop.install;

/** Who brought the daemon to a NAS, and so is the one to bring another version. */
public enum Owner {
    /** nobody: it is not there */
    NOBODY,
    /** {@code install.sh}, which the assistant runs */
    INSTALLER,
    /** Debian's package management */
    DPKG,
    /** the package centre of a Disk Station */
    PACKAGE_CENTRE;

    /** Whether only the NAS's own package management may replace it. */
    public boolean packaged() {
        return this == DPKG || this == PACKAGE_CENTRE;
    }

    /** By its name in what a NAS says of itself. */
    static Owner named(String word) {
        return switch (word) {
            case "installer" -> INSTALLER;
            case "dpkg" -> DPKG;
            case "package-centre" -> PACKAGE_CENTRE;
            default -> NOBODY;
        };
    }
}
