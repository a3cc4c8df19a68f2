package org.mailstation.daemon.accounts;

import java.util.Optional;
import org.mailstation.control.Secret;
import org.mailstation.text.Text;

/**
 * What a password must be, so that it protects and can be typed on every device (NIST SP 800-63B
 * 5.1.1.2: length, not recipes).
 */
final class PasswordRules {
    private static final int MIN_CHARACTERS = 8;
    private static final int MAX_CHARACTERS = 256;

    private PasswordRules() {}

    /** The reason why not, or nothing if the password will do. */
    static Optional<Text> objection(String address, Secret password) {
        String text = password.reveal();
        long characters = text.codePoints().count();
        if (characters < MIN_CHARACTERS) {
            return Optional.of(Text.of("password.too-short", MIN_CHARACTERS));
        }
        if (characters > MAX_CHARACTERS) {
            return Optional.of(Text.of("password.too-long", MAX_CHARACTERS));
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of(Text.of("password.control-characters"));
        }
        if (text.equalsIgnoreCase(address)
                || text.equalsIgnoreCase(address.substring(0, address.indexOf('@')))) {
            return Optional.of(Text.of("password.is-address"));
        }
        return Optional.empty();
    }
}
