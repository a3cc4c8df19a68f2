package org.mailstation.control;

import org.jspecify.annotations.Nullable;

/**
 * Asks for something about backups.
 *
 * @param place a folder of the NAS, or {@code ssh://user@host[:port]/folder}; empty: where the
 *     configuration has them made
 * @param at to {@link Wanted#VERIFY}: the newest backup not newer than this date or moment; empty:
 *     the newest
 * @param keep to {@link Wanted#MAKE}: how many backups are left afterwards; 0: all, or without a
 *     place as many as the configuration says
 * @param fingerprint to {@link Wanted#KEY}: of the other computer's key, if it shall be trusted
 * @param passphrase that secrets are sealed by, or {@code null}: the station's own, if it has one
 */
public record BackupRequest(
        Wanted wanted,
        String place,
        String at,
        int keep,
        String fingerprint,
        @Nullable Secret passphrase) {
    /** What to do. */
    public enum Wanted {
        MAKE,
        LIST,
        /** bring one into a folder aside, and compare */
        VERIFY,
        /** show the keys by which this station and the other computer know each other */
        KEY,
        /** tell how it goes with those that are made by themselves */
        PLAN
    }
}
