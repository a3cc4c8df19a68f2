package org.mailstation.control;

import org.mailstation.text.Text;

/** What became of a new password. */
public sealed interface PasswordOutcome {
    record Set(String address) implements PasswordOutcome {}

    record NoSuchAccount(String address) implements PasswordOutcome {}

    /** The password is too weak or cannot be typed everywhere. */
    record Refused(Text reason) implements PasswordOutcome {}
}
