package org.mailstation.daemon.store.text;

import java.text.Normalizer;
import java.util.Map;

/**
 * Brings texts into a form in which those are equal that a person takes for the same: in the manner
 * of i;unicode-casemap (RFC 5051), and without accents, so that {@code muller} is {@code Müller}.
 */
public final class Folding {
    private static final int FIRST_ACCENT = 0x300;
    private static final int LAST_ACCENT = 0x36F;
    private static final int ASCII = 0x80;

    /** Letters that Unicode does not take apart. */
    private static final Map<Character, String> LETTERS =
            Map.ofEntries(
                    Map.entry('ß', "ss"),
                    Map.entry('ẞ', "ss"),
                    Map.entry('æ', "ae"),
                    Map.entry('Æ', "ae"),
                    Map.entry('œ', "oe"),
                    Map.entry('Œ', "oe"),
                    Map.entry('ø', "o"),
                    Map.entry('Ø', "o"),
                    Map.entry('đ', "d"),
                    Map.entry('Đ', "d"),
                    Map.entry('ð', "d"),
                    Map.entry('Ð', "d"),
                    Map.entry('þ', "th"),
                    Map.entry('Þ', "th"),
                    Map.entry('ł', "l"),
                    Map.entry('Ł', "l"),
                    Map.entry('ħ', "h"),
                    Map.entry('Ħ', "h"),
                    Map.entry('ı', "i"));

    /** The form of each character of ASCII. */
    private static final char[] LOWER = new char[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            LOWER[c] = isBlank(c) ? ' ' : lower(c);
        }
    }

    private Folding() {}

    /**
     * Lower case, without accents, in the composed form; every run of white space is one blank, and
     * there is none at either end or between Chinese or Japanese characters. Soft hyphens and
     * zero-width signs are gone.
     */
    public static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        append(text.toCharArray(), text.length(), folded);
        int end = folded.length();
        return end > 0 && folded.charAt(end - 1) == ' '
                ? folded.substring(0, end - 1)
                : folded.toString();
    }

    /**
     * Adds the folded text behind what is there. Needs a text that begins and ends between
     * characters with their accents.
     *
     * @param text is changed
     */
    static void append(char[] text, int length, StringBuilder folded) {
        if (isAscii(text, length)) {
            appendAscii(text, length, folded);
        } else {
            append(new String(text, 0, length), folded);
        }
    }

    static void append(String text, StringBuilder folded) {
        String apart = Normalizer.normalize(replaced(text), Normalizer.Form.NFKD);
        StringBuilder bare = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (c < FIRST_ACCENT || c > LAST_ACCENT) {
                bare.append(c);
            }
        }
        appendPlain(Normalizer.normalize(bare, Normalizer.Form.NFC), folded);
    }

    private static boolean isAscii(char[] text, int length) {
        int bits = 0;
        for (int i = 0; i < length; i++) {
            bits |= text[i];
        }
        return bits < ASCII;
    }

    private static void appendAscii(char[] text, int length, StringBuilder folded) {
        boolean blank = endsBlank(folded);
        int end = 0;
        for (int i = 0; i < length; i++) {
            char c = LOWER[text[i]];
            if (c != ' ' || !blank) {
                text[end++] = c;
            }
            blank = c == ' ';
        }
        folded.append(text, 0, end);
    }

    private static boolean endsBlank(StringBuilder folded) {
        return folded.isEmpty() || folded.charAt(folded.length() - 1) == ' ';
    }

    private static CharSequence replaced(CharSequence text) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String letters = c < ASCII ? null : LETTERS.get(c);
            if (letters == null) {
                result.append(c);
            } else {
                result.append(letters);
            }
        }
        return result;
    }

    private static void appendPlain(CharSequence text, StringBuilder folded) {
        boolean blank = endsBlank(folded);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                if (!blank) {
                    folded.append(' ');
                }
                blank = true;
            } else if (!isInvisible(c)) {
                if (blank && isWithoutBlanks(c)) {
                    closeUp(folded);
                }
                folded.append(lower(c));
                blank = false;
            }
        }
    }

    /** Between Chinese or Japanese characters a blank is only the end of a line. */
    private static void closeUp(StringBuilder folded) {
        int last = folded.length() - 1;
        if (last > 0 && isWithoutBlanks(folded.charAt(last - 1))) {
            folded.setLength(last);
        }
    }

    /** Whether it is of a script that has no blanks between words: Chinese or Japanese. */
    public static boolean isWithoutBlanks(char c) {
        return c >= '\u2E80' && c <= '\u9FFF' || c >= '\uF900' && c <= '\uFAFF';
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c >= ASCII && (Character.isSpaceChar(c) || Character.isISOControl(c));
    }

    private static boolean isInvisible(char c) {
        return c == '\u00AD' || c >= '\u200B' && c <= '\u200D' || c == '\u2060' || c == '\uFEFF';
    }

    /** By way of the capital, so that both forms of the Greek sigma become one. */
    private static char lower(char c) {
        if (c < ASCII) {
            return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
        }
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
