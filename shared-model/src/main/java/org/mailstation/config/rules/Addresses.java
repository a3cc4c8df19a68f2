package org.mailstation.config.rules;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailstation.text.Text;

/**
 * Mail addresses: RFC 5321 4.1.2, of the local parts only the dot-string; outside and as aliases in
 * the letters of all languages (RFC 6531 3.3).
 */
final class Addresses {
    private static final int MAX_ADDRESS = 254;
    private static final int MAX_LOCAL = 64;
    private static final String WORD = "[\\p{L}\\p{M}\\p{N}\\p{So}!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern DOT_STRING = Pattern.compile(WORD + "(\\." + WORD + ")*");

    /**
     * What a mailbox of ours may be called: without what means something to a file system, a shell,
     * an IMAP pattern or a log, so that a mistake anywhere else has nothing to work with.
     */
    private static final Pattern HARMLESS =
            Pattern.compile("[a-z0-9_][a-z0-9_+=~-]*(\\.[a-z0-9_+=~-]+)*");

    /** The same for an alias, which is the name of nothing but itself. */
    private static final Pattern HARMLESS_ALIAS =
            Pattern.compile(
                    "[\\p{L}\\p{Nd}_][\\p{L}\\p{M}\\p{Nd}_+=~-]*(\\.[\\p{L}\\p{M}\\p{Nd}_+=~-]+)*");

    private Addresses() {}

    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Why this cannot be a mailbox at the station itself, or {@code null} if it can. */
    static @Nullable Text objectionHere(String address) {
        return objectionHere(address, HARMLESS);
    }

    /** Why this cannot be another address of people here, or {@code null} if it can. */
    static @Nullable Text objectionToAlias(String address) {
        return objectionHere(address, HARMLESS_ALIAS);
    }

    private static @Nullable Text objectionHere(String address, Pattern harmless) {
        Text general = objection(address);
        if (general != null) {
            return general;
        }
        String lower = Normalizer.normalize(address.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        if (!lower.equals(address)) {
            return Problems.text("problem.address.case", address, lower);
        }
        String local = local(address);
        if (harmless.matcher(local).matches()) {
            return null;
        }
        return Problems.text(
                HARMLESS_ALIAS.matcher(local).matches()
                        ? "problem.address.international"
                        : "problem.address.characters",
                address);
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
        if (octets(local(address)) > MAX_LOCAL || octets(address) > MAX_ADDRESS) {
            return Problems.text("problem.address.long", address, MAX_LOCAL, MAX_ADDRESS);
        }
        if (!DOT_STRING.matcher(local(address)).matches()) {
            return Problems.text("problem.address.characters", address);
        }
        return Names.objection(domain(address).toLowerCase(Locale.ROOT));
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String local(String address) {
        return address.substring(0, address.lastIndexOf('@'));
    }
}
