package org.mailstation.idna;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The two forms of a domain's name. Unlike {@code java.net.IDN} by the rules of 2008, in which ß is
 * a letter of its own and no script is too new.
 */
public final class DomainNames {
    private static final String MARK = "xn--";
    private static final int LONGEST_LABEL = 63;

    /**
     * Letters, marks and digits, a few signs that stand between letters (RFC 5892 A), and no mark
     * first (RFC 5891 4.2.3). What looks like another letter is the registry's affair.
     */
    private static final Pattern LABEL =
            Pattern.compile(
                    "[\\p{L}\\p{Nd}](?:[\\p{L}\\p{M}\\p{Nd}\\u00B7\\u0375\\u05F3\\u05F4\\u30FB"
                            + "\\u200C\\u200D-]*[\\p{L}\\p{M}\\p{Nd}\\u05F3\\u05F4])?");

    private DomainNames() {}

    /**
     * The form that the DNS knows, in small letters; empty for what cannot be a name. A name that
     * is ASCII already is not judged.
     *
     * @param name as somebody wrote it (RFC 5895 2)
     */
    public static Optional<String> ascii(String name) {
        if (isAscii(name)) {
            return Optional.of(name.toLowerCase(Locale.ROOT));
        }
        String plain =
                Normalizer.normalize(name, Normalizer.Form.NFKC)
                        .toLowerCase(Locale.ROOT)
                        .replace('\u3002', '.');
        List<String> labels = new ArrayList<>();
        for (String label : Normalizer.normalize(plain, Normalizer.Form.NFC).split("\\.", -1)) {
            Optional<String> ascii = isAscii(label) ? Optional.of(label) : encoded(label);
            if (ascii.isEmpty()) {
                return Optional.empty();
            }
            labels.add(ascii.get());
        }
        return Optional.of(String.join(".", labels));
    }

    /**
     * @param label with something beyond ASCII
     */
    private static Optional<String> encoded(String label) {
        // RFC 5891 4.2.3.1: such hyphens are those of other codes
        boolean odd =
                isAscii(label) || label.startsWith("--", 2) || !LABEL.matcher(label).matches();
        return odd
                ? Optional.empty()
                : Punycode.encoded(label)
                        .map(MARK::concat)
                        .filter(code -> code.length() <= LONGEST_LABEL);
    }

    /** As people write it; what means nothing stays as it is. */
    public static String shown(String name) {
        if (!name.contains(MARK)) {
            return name;
        }
        List<String> labels = new ArrayList<>();
        for (String label : name.split("\\.", -1)) {
            labels.add(
                    label.startsWith(MARK)
                            ? Punycode.decoded(label.substring(MARK.length()))
                                    .filter(
                                            plain ->
                                                    encoded(plain)
                                                            .filter(label::equals)
                                                            .isPresent())
                                    .orElse(label)
                            : label);
        }
        return String.join(".", labels);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
