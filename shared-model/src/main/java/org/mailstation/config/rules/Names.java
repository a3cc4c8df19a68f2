package org.mailstation.config.rules;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailstation.idna.DomainNames;
import org.mailstation.text.Text;

/**
 * Names in the DNS: RFC 1123 2.1, RFC 1035 2.3.4; international ones in the form of RFC 5891
 * ({@code xn--…}).
 */
final class Names {
    private static final int MAX_NAME = 253;
    private static final int MAX_LABEL = 63;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern LIKE_ADDRESS = Pattern.compile("[0-9.]+|\\[.*|.*:.*");

    private Names() {}

    /** Why this is not a full name with at least two labels, or {@code null} if it is. */
    static @Nullable Text objection(String name) {
        if (name.isEmpty()) {
            return Text.of("problem.name.empty");
        }
        if (name.length() > MAX_NAME) {
            return Problems.text("problem.name.long", name, MAX_NAME);
        }
        if (LIKE_ADDRESS.matcher(name).matches()) {
            return Problems.text("problem.name.number", name);
        }
        String plain = plain(name);
        if (plain != null && !plain.equals(name) && objection(plain) == null) {
            return Problems.text("problem.name.write", name, plain);
        }
        if (!name.contains(".")) {
            return Problems.text("problem.name.short", name);
        }
        for (String label : name.split("\\.", -1)) {
            if (label.length() > MAX_LABEL || !LABEL.matcher(label).matches()) {
                return Problems.text("problem.name.label", name, label);
            }
        }
        // RFC 3696 2: a name whose last label is a number would be taken for an address
        return name.matches(".*\\.[0-9]+") ? Problems.text("problem.name.number", name) : null;
    }

    /** Lower case, ASCII, without the dot of the root; {@code null} where there is no such form. */
    private static @Nullable String plain(String name) {
        return DomainNames.ascii(name.strip())
                .map(ascii -> ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii)
                .orElse(null);
    }
}
