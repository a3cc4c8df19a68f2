package org.mailstation.daemon.moving;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One file with many letters (RFC 4155), each behind a line {@code From …}. Lines of letters that
 * begin so are quoted by {@code >} (mboxrd; mboxo is read the same way). Read as a stream.
 */
final class MboxSource implements Source {
    private static final DateTimeFormatter ASCTIME =
            new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern("EEE MMM d HH:mm:ss uuuu")
                    .toFormatter(Locale.ENGLISH);

    private static final int LONGEST_LINE = 1 << 20;
    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    /** What mail programs note in the file; it is no part of the letter. */
    private static final String NOTES =
            "(?i)(status|x-status|x-keywords|x-uid|x-imap|x-imapbase):.*";

    private final Path file;
    private final Path header;

    /**
     * @param header a file that may be written
     */
    MboxSource(Path file, Path header) {
        this.file = file;
        this.header = header;
    }

    @Override
    public List<Box> boxes() {
        return List.of(new Box("mbox", "INBOX"));
    }

    @Override
    public long expected() {
        return 0;
    }

    /** Lines of a file, each with its end, and where each begins. */
    private static final class Lines {
        private final InputStream in;
        private long at;

        Lines(InputStream in) {
            this.in = in;
        }

        /** {@code null} at the end; a longer one comes in parts. */
        byte @Nullable [] next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(128);
            for (int c = in.read(); c >= 0; c = in.read()) {
                line.write(c);
                if (c == '\n' || line.size() == LONGEST_LINE) {
                    break;
                }
            }
            at += line.size();
            return line.size() == 0 ? null : line.toByteArray();
        }
    }

    @Override
    public long each(Box box, Predicate<String> wanted, Taker taker) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            Lines lines = new Lines(in);
            byte[] line = lines.next();
            while (line != null && !isFrom(line)) {
                line = lines.next();
            }
            long count = 0;
            while (line != null) {
                count++;
                String from = text(line);
                String key = Long.toString(lines.at);
                Reading letter = new Reading(lines, header);
                if (wanted.test(key)) {
                    taker.take(new Found(key, letter.flags(), date(from), letter::writeTo));
                }
                line = letter.skip();
            }
            return count;
        }
    }

    private static boolean isFrom(byte[] line) {
        return line.length > FROM.length
                && java.util.Arrays.equals(line, 0, FROM.length, FROM, 0, FROM.length);
    }

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** From SENDER Sat Jan 3 01:05:34 1996, in universal time. */
    private static Instant date(String from) {
        String[] words = from.split(" +", 3);
        try {
            return LocalDateTime.parse(
                            words[words.length - 1].replaceAll(" +", " ").strip(), ASCTIME)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException unreadable) {
            return Instant.EPOCH;
        }
    }

    /** One letter, read from the stream as it is wanted. */
    private static final class Reading {
        private final Lines lines;
        private final Path header;
        private final Set<String> flags = new TreeSet<>();
        private byte @Nullable [] next;
        private boolean blank;
        private boolean ended;

        Reading(Lines lines, Path header) throws IOException {
            this.lines = lines;
            this.header = header;
            readHeader();
        }

        Set<String> flags() {
            return flags;
        }

        private void readHeader() throws IOException {
            boolean left = false;
            try (OutputStream out = Files.newOutputStream(header)) {
                for (advance(); next != null && !ended; advance()) {
                    String line = text(next);
                    if (line.isEmpty()) {
                        write(next, out);
                        return;
                    }
                    left = line.matches(NOTES) || left && line.matches("[ \t].*");
                    if (left) {
                        note(line);
                    } else {
                        write(next, out);
                    }
                }
            }
        }

        private void note(String line) {
            int colon = line.indexOf(':');
            String name = line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            switch (name) {
                case "status", "x-status" -> {
                    add(value, 'R', "\\Seen");
                    add(value, 'A', "\\Answered");
                    add(value, 'F', "\\Flagged");
                    add(value, 'D', "\\Deleted");
                    add(value, 'T', "\\Draft");
                }
                case "x-keywords" -> {
                    for (String word : value.split("[ ,]+")) {
                        if (word.matches("[!#$&'+\\-./0-9:;<=>?@A-Z^_`a-z|~]+")) {
                            flags.add(word);
                        }
                    }
                }
                default -> {
                    // numbers of that program
                }
            }
        }

        private void add(String value, char letter, String flag) {
            if (value.indexOf(letter) >= 0) {
                flags.add(flag);
            }
        }

        /** The next letter begins behind an empty line. */
        private void advance() throws IOException {
            boolean afterBlank = blank;
            next = lines.next();
            blank = next != null && text(next).isEmpty();
            ended = next == null || afterBlank && isFrom(next);
        }

        void writeTo(OutputStream out) throws IOException {
            Files.copy(header, out);
            byte @Nullable [] held = null; // the empty line before the next letter is not its own
            if (!ended) {
                for (advance(); next != null && !ended; advance()) {
                    if (held != null) {
                        write(held, out);
                    }
                    held = blank ? next : null;
                    if (!blank) {
                        write(unquoted(next), out);
                    }
                }
            }
        }

        private static byte[] unquoted(byte[] line) {
            int quotes = 0;
            while (quotes < line.length && line[quotes] == '>') {
                quotes++;
            }
            byte[] rest = java.util.Arrays.copyOfRange(line, quotes, line.length);
            return quotes > 0 && isFrom(rest)
                    ? java.util.Arrays.copyOfRange(line, 1, line.length)
                    : line;
        }

        private static void write(byte[] line, OutputStream out) throws IOException {
            int end = line.length;
            boolean whole = end > 0 && line[end - 1] == '\n';
            if (whole) {
                end -= end > 1 && line[end - 2] == '\r' ? 2 : 1;
            }
            out.write(line, 0, end);
            if (whole) {
                out.write('\r');
                out.write('\n');
            }
        }

        /** To the beginning of the next letter; {@code null} if there is none. */
        byte @Nullable [] skip() throws IOException {
            while (!ended) {
                advance();
            }
            return next;
        }
    }

    @Override
    public void close() {
        // the file is closed when it is read
    }
}
