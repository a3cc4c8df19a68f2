package org.mailstation.check;

/** What a NAS starts its services with, and how a person does it there. */
public enum Starter {
    SYSTEMD("sudo systemctl start mailstation"),
    /** the package centre of a Disk Station */
    PACKAGE("sudo synopkg start mailstation"),
    /** a Disk Station whose systemd is too old for our unit */
    DISK_STATION("sudo /usr/local/etc/rc.d/S99mailstation.sh start"),
    INIT("sudo /etc/init.d/mailstation start"),
    /** nobody knows: the assistant does it */
    UNKNOWN("");

    private final String command;

    Starter(String command) {
        this.command = command;
    }

    /** What to type; empty if that is not known. */
    public String command() {
        return command;
    }

    /**
     * Which one a NAS has.
     *
     * @param systemd whether systemd starts its services
     * @param diskStation whether it is one
     */
    public static Starter of(boolean systemd, boolean diskStation) {
        if (systemd) {
            return SYSTEMD;
        }
        return diskStation ? DISK_STATION : INIT;
    }
}
