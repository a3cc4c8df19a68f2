package org.mailstation.letter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.mailstation.text.Text;

/**
 * A letter that nobody but its sender can know: when it is in the mailbox, that very letter has
 * made the whole way.
 *
 * @param token what makes it unlike any other
 * @param to address of an account at the station
 * @param host name of the station
 * @param way how it goes, for the person who reads it
 */
public record TestLetter(String token, String to, String host, Text way, Instant at) {
    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]+");

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);

    /**
     * @throws IllegalArgumentException if a part could become more than one line of the header
     */
    public TestLetter {
        boolean good =
                isToken(token) && PLAIN.matcher(to).matches() && PLAIN.matcher(host).matches();
        if (!good) {
            throw new IllegalArgumentException("no letter can be made of this");
        }
    }

    /** Whether that is a token. */
    public static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    /** A new one, which cannot be guessed if the numbers cannot. */
    public static String token(RandomGenerator random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The name by which it is known on its way (RFC 5322 3.6.4). */
    public String messageId() {
        return "<" + token + "@" + host + ">";
    }

    /** Header and body, lines ended by CR LF; in the language of this computer. */
    public byte[] bytes() {
        String body = Text.of("letter.body", host, way.words()).words();
        String coded =
                Base64.getMimeEncoder()
                        .encodeToString((body + "\r\n").getBytes(StandardCharsets.UTF_8));
        String head =
                String.join(
                        "\r\n",
                        "From: Mail Station <" + to + ">",
                        "To: <" + to + ">",
                        "Subject: " + encoded(Text.of("letter.subject").words()),
                        "Date: " + DATE.format(at.atZone(ZoneId.systemDefault())),
                        "Message-ID: " + messageId(),
                        // nobody's out-of-office shall answer it (RFC 3834 5)
                        "Auto-Submitted: auto-generated",
                        "MIME-Version: 1.0",
                        "Content-Type: text/plain; charset=utf-8",
                        "Content-Transfer-Encoding: base64",
                        "",
                        "");
        return (head + coded + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** RFC 2047 4.1. */
    private static String encoded(String words) {
        return "=?utf-8?B?"
                + Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8))
                + "?=";
    }
}
