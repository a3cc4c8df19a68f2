package org.mailstation.control;

import org.jspecify.annotations.Nullable;

/**
 * Asks to bring a backup back.
 *
 * @param place where the backups are
 * @param at the newest backup not newer than this date or moment; empty: the newest
 * @param mailbox an address, or an address, a slash and a folder; empty: everything
 * @param inPlace to a mailbox: put missing letters where they were; else into a folder of its own
 * @param replace to everything: also if this station has letters; they are kept aside
 * @param passphrase of the sealed secrets, or {@code null}
 */
public record RestoreRequest(
        String place,
        String at,
        String mailbox,
        boolean inPlace,
        boolean replace,
        @Nullable Secret passphrase) {}
