package org.mailstation.config.rules;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailstation.text.Text;

/** Mail addresses: RFC 5321 4.1.2, of the local parts only the dot-string. */
final class Addresses {
    private static final int MAX_ADDRESS = 254;
    private static final int MAX_LOCAL = 64;
    private static final Pattern DOT_STRING =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    /**
     * What a mailbox of ours may be called: without what means something to a file system, a shell,
     * an IMAP pattern or a log, so that a mistake anywhere else has nothing to work with.
     */
    private static final Pattern HARMLESS =
            Pattern.compile("[a-z0-9_][a-z0-9_+=~-]*(\\.[a-z0-9_+=~-]+)*");

    private Addresses() {}

    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Why this cannot be an address at the station itself, or {@code null} if it can. */
    static @Nullable Text objectionHere(String address) {
        Text general = objection(address);
        if (general != null) {
            return general;
        }
        String lower = address.toLowerCase(Locale.ROOT);
        if (!lower.equals(address)) {
            return Problems.text("problem.address.case", address, lower);
        }
        return HARMLESS.matcher(local(address)).matches()
                ? null
                : Problems.text("problem.address.characters", address);
    }

    /** Why this is not a mail address, or {@code null} if it is. */
    static @Nullable Text objection(String address) {
        if (address.isEmpty()) {
            return Text.of("problem.address.empty");
        }
        int at = address.lastIndexOf('@');
        if (at <= 0 || at == address.length() - 1) {
            return Problems.text("problem.address.form", address);
        }
        if (at > MAX_LOCAL || address.length() > MAX_ADDRESS) {
            return Problems.text("problem.address.long", address, MAX_LOCAL, MAX_ADDRESS);
        }
        if (!DOT_STRING.matcher(local(address)).matches()) {
            return Problems.text("problem.address.characters", address);
        }
        return Names.objection(domain(address).toLowerCase(Locale.ROOT));
    }

    private static String local(String address) {
        return address.substring(0, address.lastIndexOf('@'));
    }
}
