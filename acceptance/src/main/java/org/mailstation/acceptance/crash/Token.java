package org.mailstation.acceptance.crash;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What makes a letter one of its own: its subject, from which all of it follows. */
record Token(String word) {
    private static final String SUBJECT = "Subject: ";
    private static final String BREAK = "\r\n";
    private static final int LINE = 60;

    /**
     * The letter, as a program uploads or sends it.
     *
     * @param octets about so many
     */
    byte[] letter(String from, int octets) {
        StringBuilder letter = new StringBuilder(octets + 200);
        letter.append("From: <").append(from).append('>').append(BREAK);
        letter.append(SUBJECT).append(word).append(BREAK);
        letter.append("X-Lines: ").append(octets / LINE).append(BREAK).append(BREAK);
        letter.append(body(octets / LINE));
        return letter.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private String body(int lines) {
        Random random = new Random(word.hashCode());
        StringBuilder body = new StringBuilder(lines * LINE);
        for (int line = 0; line < lines; line++) {
            for (int i = 0; i < LINE - BREAK.length(); i++) {
                body.append((char) ('a' + random.nextInt(26)));
            }
            body.append(BREAK);
        }
        return body.append("End of ").append(word).append(BREAK).toString();
    }

    /** Which letter this is; {@code null} if its header does not say so. */
    static @Nullable Token of(String letter) {
        String word = field(letter, SUBJECT);
        return word == null ? null : new Token(word);
    }

    /** Whether these octets are those of the letter, behind what servers put on top. */
    boolean isWhole(String letter) {
        String lines = field(letter, "X-Lines: ");
        int body = letter.indexOf(BREAK + BREAK);
        return lines != null
                && lines.matches("\\d{1,9}")
                && letter.substring(body + 2 * BREAK.length())
                        .equals(body(Integer.parseInt(lines)));
    }

    private static @Nullable String field(String letter, String name) {
        int end = letter.indexOf(BREAK + BREAK);
        int from = letter.indexOf(BREAK + name);
        return from < 0 || from > end
                ? null
                : letter.substring(
                        from + BREAK.length() + name.length(),
                        letter.indexOf(BREAK, from + BREAK.length()));
    }
}
