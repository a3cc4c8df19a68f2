package org.mailstation.desktop.draft;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.mailstation.text.Text;

/** Makes and judges passwords for mailboxes. */
public final class Passwords {

    /** Shorter ones are refused. */
    public static final int SHORTEST = 8;

    /** Without what looks alike (0 O, 1 l I) and with only what every keyboard has. */
    private static final String ALPHABET =
            "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    /** How long a guesser would need. */
    public enum Strength {
        NONE,
        WEAK,
        FAIR,
        STRONG
    }

    private Passwords() {}

    /**
     * A password of four groups of four, about 92 bits.
     *
     * @param random a source that nobody can predict
     */
    public static String generate(RandomGenerator random) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /**
     * A rough measure: length and variety, less for repetition, and for what is on the same form.
     */
    public static Strength strength(String password, String... known) {
        if (password.isEmpty()) {
            return Strength.NONE;
        }
        String lower = password.toLowerCase(Locale.ROOT);
        for (String word : known) {
            if (word.length() >= 3 && lower.contains(word.toLowerCase(Locale.ROOT))) {
                lower = lower.replace(word.toLowerCase(Locale.ROOT), "*");
            }
        }
        double bits = Math.log(alphabet(password)) / Math.log(2) * freshCharacters(lower);
        if (password.length() < SHORTEST || bits < 45) {
            return Strength.WEAK;
        }
        return bits < 65 ? Strength.FAIR : Strength.STRONG;
    }

    /**
     * What is wrong with a password.
     *
     * @param known the mailbox has one already, which then may stay
     * @param words on the same form, which a guesser would try first
     */
    static Optional<Text> problem(String password, boolean known, String... words) {
        if (password.isEmpty()) {
            return known ? Optional.empty() : Optional.of(Text.of("flow.form.password-missing"));
        }
        if (password.length() < SHORTEST) {
            return Optional.of(Text.of("flow.form.password-short", SHORTEST));
        }
        if (password.chars().anyMatch(c -> c < ' ' || c == 127)) {
            return Optional.of(Text.of("flow.form.password-control"));
        }
        return strength(password, words) == Strength.WEAK
                ? Optional.of(Text.of("flow.form.password-weak"))
                : Optional.empty();
    }

    private static int alphabet(String password) {
        int size = 0;
        size += password.chars().anyMatch(c -> c >= 'a' && c <= 'z') ? 26 : 0;
        size += password.chars().anyMatch(c -> c >= 'A' && c <= 'Z') ? 26 : 0;
        size += password.chars().anyMatch(Character::isDigit) ? 10 : 0;
        size += password.chars().anyMatch(c -> !Character.isLetterOrDigit(c)) ? 20 : 0;
        return Math.max(size, 26);
    }

    /**
     * Characters that are neither the one before nor the next in a row such as {@code abcd} or
     * {@code 4321}.
     */
    private static int freshCharacters(String password) {
        int fresh = 1;
        for (int i = 1; i < password.length(); i++) {
            if (Math.abs(password.charAt(i) - password.charAt(i - 1)) > 1) {
                fresh++;
            }
        }
        return fresh;
    }
}
