package org.mailstation.desktop.install;

/** Whether a NAS rests when nobody works with it, as far as it tells. */
public enum Sleep {
    NOTHING_KNOWN,
    /** its disks stop; it goes on answering, slowly at first */
    DISKS,
    /** the whole NAS sleeps: letters wait outside meanwhile */
    WHOLE;

    /** By its name in what a NAS says of itself. */
    static Sleep named(String word) {
        return switch (word) {
            case "disks" -> DISKS;
            case "whole" -> WHOLE;
            default -> NOTHING_KNOWN;
        };
    }
}
