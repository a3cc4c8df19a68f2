package org.mailstation.desktop.discovery;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes what strangers in the network say fit to be shown and compared. */
final class Plain {
    private static final int LONGEST = 64;
    private static final Pattern SEPARATORS = Pattern.compile("[:\\-.]");
    private static final Pattern TWELVE_HEX = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern PAIRS = Pattern.compile("(?<=\\G..)(?!$)");

    private Plain() {}

    /**
     * At most 64 characters in one line. Control and format characters are dropped: they could move
     * a terminal's cursor or turn the direction of reading around.
     */
    static String text(String said) {
        StringBuilder plain = new StringBuilder();
        said.codePoints()
                .filter(c -> !Character.isISOControl(c) && isShown(Character.getType(c)))
                .limit(LONGEST)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    private static boolean isShown(int type) {
        return type != Character.FORMAT
                && type != Character.PRIVATE_USE
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }

    /**
     * A hardware address in lower case with colons, from any of the usual spellings; empty for
     * anything else and for those that many devices share (all zero, or a group's).
     */
    static Optional<String> mac(String said) {
        String hex = SEPARATORS.matcher(said.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        if (!TWELVE_HEX.matcher(hex).matches() || hex.equals("000000000000")) {
            return Optional.empty();
        }
        boolean group = (Character.digit(hex.charAt(1), 16) & 1) != 0;
        return group ? Optional.empty() : Optional.of(PAIRS.matcher(hex).replaceAll(":"));
    }
}
