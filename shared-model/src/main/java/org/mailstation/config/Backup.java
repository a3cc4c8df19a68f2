package org.mailstation.config;

import java.time.Duration;

/**
 * Copies of everything that are made by themselves.
 *
 * @param to a folder of the NAS, or {@code ssh://user@host[:port]/folder}; empty: none are made
 * @param every how often: a number and {@code h} or {@code d}, for example {@code 1d}
 * @param keep how many are kept; 0: all
 */
public record Backup(String to, String every, int keep) {
    public static final Backup NONE = new Backup("", "1d", 14);

    /** A folder on another computer; no part of it can be taken for an option of a program. */
    public static final String SSH =
            "ssh://(?<user>[A-Za-z0-9_][A-Za-z0-9._-]*)@(?<host>[A-Za-z0-9][A-Za-z0-9.-]*)"
                    + "(:(?<port>[0-9]{1,5}))?(?<path>/[^\\p{Cntrl}]*)";

    /** What {@link #every} looks like. */
    public static final String EVERY = Rhythm.FORM;

    /**
     * The same as {@link #every}, to be counted with; only of what the rules let pass.
     *
     * @throws NumberFormatException if it is something else
     */
    public Duration period() {
        return Rhythm.of(every);
    }

    /** Whether this names a folder of this computer. */
    public static boolean isFolder(String text) {
        return text.startsWith("/")
                && text.codePoints().noneMatch(Character::isISOControl)
                && !text.contains("//");
    }
}
