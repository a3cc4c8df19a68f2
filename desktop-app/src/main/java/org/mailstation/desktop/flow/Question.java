package org.mailstation.desktop.flow;

/**
 * Something that turned out only during the work to be needed from the person. Every answer is kept
 * secret.
 */
public sealed interface Question {

    /** {@code again}: the last answer was wrong. */
    boolean again();

    /** The answer may be read while it is typed. */
    default boolean visible() {
        return false;
    }

    /** The key file is protected by a passphrase. */
    record Passphrase(String keyFile, boolean again) implements Question {}

    /** To install, {@code sudo} on the NAS wants a password. */
    record SudoPassword(String user, boolean again) implements Question {}

    /** The NAS itself asks, in its own words. */
    record Other(String words, boolean visible) implements Question {

        @Override
        public boolean again() {
            return false;
        }
    }
}
