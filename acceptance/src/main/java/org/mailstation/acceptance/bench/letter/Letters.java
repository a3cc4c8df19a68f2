package org.mailstation.acceptance.bench.letter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;

/**
 * Letters by number: the same number, size and seed give the same octets. Lines end with CR LF,
 * none begins with a dot. Every hundredth letter has {@link #RARE_SUBJECT} in its subject, and
 * every hundredth, but others, {@link #RARE_TEXT} in its text.
 */
public final class Letters {
    public static final String RARE_SUBJECT = "Bregenzerwald";
    public static final String RARE_TEXT = "kaleidoscope";

    private static final int RARE = 100;
    private static final int RARE_TEXT_PLACE = 50;
    private static final Instant FIRST = Instant.parse("2026-01-01T08:00:00Z");
    private static final int SECONDS_BETWEEN = 97;
    private static final int ATTACHMENT_FROM = 100_000;
    private static final int ATTACHMENT_LINE = 57;
    private static final int LETTER_A_LINE = 76;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);

    private final long seed;
    private final Vocabulary vocabulary;

    public Letters(long seed) {
        this.seed = seed;
        this.vocabulary = new Vocabulary(new Random(seed));
    }

    /**
     * A letter of about that many octets: text and its HTML form, and from 100 000 octets on an
     * attachment that makes up the most of it.
     */
    public byte[] letter(int number, int size) {
        Random random = new Random(seed * 31 + number);
        String boundary = "=_part_" + number + "_" + Long.toHexString(random.nextLong());
        StringBuilder letter = new StringBuilder(size + 1000);
        head(letter, number, random);
        letter.append("MIME-Version: 1.0\r\nContent-Type: multipart/")
                .append(size < ATTACHMENT_FROM ? "alternative" : "mixed")
                .append(";\r\n boundary=\"")
                .append(boundary)
                .append("\"\r\n\r\n");
        part(letter, boundary, "text/plain; charset=utf-8");
        boolean rare = number % RARE == RARE_TEXT_PLACE;
        int rest = size < ATTACHMENT_FROM ? size - letter.length() : ATTACHMENT_FROM / 10;
        text(letter, random, Math.max(rest * 2 / 5, 100), rare, "", "");
        part(letter, boundary, "text/html; charset=utf-8");
        text(letter, random, Math.max(rest * 3 / 5 - 300, 100), rare, "<p>", "</p>");
        if (size >= ATTACHMENT_FROM) {
            attachment(letter, boundary, random, size);
        }
        letter.append("--").append(boundary).append("--\r\n");
        return letter.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void head(StringBuilder letter, int number, Random random) {
        String date =
                DATE.format(
                        FIRST.plusSeconds((long) number * SECONDS_BETWEEN)
                                .atOffset(ZoneOffset.UTC));
        String person = vocabulary.word(random);
        String domain = vocabulary.word(random) + ".example";
        letter.append("Received: from mx.").append(domain);
        letter.append(" (mx.")
                .append(domain)
                .append(" [192.0.2.7])\r\n\tby relay.example with ESMTPS");
        letter.append(" id ").append(Long.toHexString(random.nextLong()));
        letter.append(";\r\n\t").append(date).append("\r\n");
        letter.append("From: ").append(capital(person)).append(' ').append(capital(domain));
        letter.append(" <").append(person).append('@').append(domain).append(">\r\n");
        letter.append("To: Anna Family <anna@bench.example>\r\nSubject: ");
        letter.append(capital(vocabulary.words(random, 3 + random.nextInt(5))));
        letter.append(number % RARE == 0 ? " " + RARE_SUBJECT : "").append("\r\n");
        letter.append("Date: ").append(date).append("\r\nMessage-ID: <").append(number).append('.');
        letter.append(Long.toHexString(random.nextLong())).append('@').append(domain);
        letter.append(">\r\n");
    }

    private static void part(StringBuilder letter, String boundary, String type) {
        letter.append("--").append(boundary).append("\r\nContent-Type: ").append(type);
        letter.append("\r\nContent-Transfer-Encoding: 7bit\r\n\r\n");
    }

    private void text(
            StringBuilder letter,
            Random random,
            int size,
            boolean rare,
            String open,
            String close) {
        int end = letter.length() + size;
        boolean told = !rare;
        while (letter.length() < end || !told) {
            StringBuilder line = new StringBuilder(open);
            while (line.length() < LETTER_A_LINE - 12) {
                line.append(vocabulary.word(random)).append(' ');
            }
            if (!told && letter.length() > end - size / 2) {
                line.append(RARE_TEXT);
                told = true;
            }
            letter.append(line).append(close).append("\r\n");
        }
        letter.append("\r\n");
    }

    private static void attachment(StringBuilder letter, String boundary, Random random, int size) {
        letter.append("--").append(boundary);
        letter.append("\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n");
        letter.append("Content-Disposition: attachment; filename=\"picture.jpg\"\r\n\r\n");
        byte[] octets = new byte[ATTACHMENT_LINE];
        while (letter.length() < size) {
            random.nextBytes(octets);
            letter.append(Base64.getEncoder().encodeToString(octets)).append("\r\n");
        }
        letter.append("\r\n");
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
