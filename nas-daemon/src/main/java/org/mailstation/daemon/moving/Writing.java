package org.mailstation.daemon.moving;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes letters in the forms of other programs, with the line ends of this system. */
final class Writing {
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final Pattern FROM = Pattern.compile(">*From .*", Pattern.DOTALL);
    private static final int MOST_KEYWORDS = 26;

    private Writing() {}

    /** A letter of this station. */
    record Kept(long uid, Path file, Set<String> flags, Instant date) {}

    /** A folder of a Maildir (Dovecot's Maildir++). */
    static final class Maildir {
        private final Path folder;
        private final long box;
        private final List<String> keywords = new ArrayList<>();

        /**
         * @param name parts separated by dots; INBOX is the root itself
         * @param box its number, which keeps names apart
         */
        Maildir(Path root, String name, long box) throws IOException {
            this.folder = name.equals("INBOX") ? root : root.resolve("." + Utf7.encode(name));
            this.box = box;
            for (String part : List.of("cur", "new", "tmp")) {
                Files.createDirectories(folder.resolve(part));
            }
            if (!folder.equals(root)) {
                Files.writeString(folder.resolve("maildirfolder"), "");
            }
        }

        /**
         * @return whether it was not there yet
         */
        boolean write(Kept letter) throws IOException {
            String base =
                    letter.date().getEpochSecond()
                            + ".M"
                            + box
                            + "P"
                            + letter.uid()
                            + ".mailstation";
            try (var there = Files.newDirectoryStream(folder.resolve("cur"), base + ":2,*")) {
                if (there.iterator().hasNext()) {
                    return false;
                }
            }
            Path fresh = folder.resolve("tmp").resolve(base);
            Files.deleteIfExists(fresh);
            try (InputStream in = new BufferedInputStream(Files.newInputStream(letter.file()));
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
                lines(in, (line, whole) -> end(line, whole, out));
            }
            Files.setLastModifiedTime(fresh, FileTime.from(letter.date()));
            Files.move(
                    fresh, folder.resolve("cur").resolve(base + ":2," + letters(letter.flags())));
            return true;
        }

        private String letters(Set<String> flags) {
            StringBuilder letters = new StringBuilder();
            add(flags, "\\Draft", 'D', letters);
            add(flags, "\\Flagged", 'F', letters);
            add(flags, "\\Answered", 'R', letters);
            add(flags, "\\Seen", 'S', letters);
            add(flags, "\\Deleted", 'T', letters);
            for (String flag : flags) {
                if (!flag.startsWith("\\")) {
                    if (!keywords.contains(flag) && keywords.size() < MOST_KEYWORDS) {
                        keywords.add(flag);
                    }
                    int number = keywords.indexOf(flag);
                    if (number >= 0) {
                        letters.append((char) ('a' + number));
                    }
                }
            }
            return letters.toString();
        }

        void finish() throws IOException {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < keywords.size(); i++) {
                lines.append(i).append(' ').append(keywords.get(i)).append('\n');
            }
            if (!lines.isEmpty()) {
                Files.writeString(folder.resolve("dovecot-keywords"), lines);
            }
        }
    }

    private static void add(Set<String> flags, String flag, char letter, StringBuilder letters) {
        if (flags.contains(flag)) {
            letters.append(letter);
        }
    }

    /** Appends a letter to a file of many (mboxrd). */
    static void mbox(Path file, Kept letter) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(letter.file()));
                OutputStream out =
                        new BufferedOutputStream(
                                Files.newOutputStream(
                                        file,
                                        StandardOpenOption.CREATE,
                                        StandardOpenOption.APPEND))) {
            text("From MAILER-DAEMON " + ASCTIME.format(letter.date()) + "\n", out);
            text("Status: " + (letter.flags().contains("\\Seen") ? "RO" : "O") + "\n", out);
            StringBuilder more = new StringBuilder();
            add(letter.flags(), "\\Answered", 'A', more);
            add(letter.flags(), "\\Flagged", 'F', more);
            add(letter.flags(), "\\Deleted", 'D', more);
            add(letter.flags(), "\\Draft", 'T', more);
            if (!more.isEmpty()) {
                text("X-Status: " + more + "\n", out);
            }
            List<String> words =
                    letter.flags().stream().filter(flag -> !flag.startsWith("\\")).toList();
            if (!words.isEmpty()) {
                text("X-Keywords: " + String.join(" ", words) + "\n", out);
            }
            boolean[] open = {false};
            lines(
                    in,
                    (line, whole) -> {
                        if (FROM.matcher(new String(line, StandardCharsets.ISO_8859_1)).matches()) {
                            out.write('>');
                        }
                        end(line, whole, out);
                        open[0] = !whole;
                    });
            text(open[0] ? "\n\n" : "\n", out);
        }
    }

    private static void text(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private interface Line {
        /**
         * @param whole whether its end, which is left out, was there
         */
        void take(byte[] line, boolean whole) throws IOException;
    }

    private static void end(byte[] line, boolean whole, OutputStream out) throws IOException {
        out.write(line);
        if (whole) {
            out.write('\n');
        }
    }

    private static void lines(InputStream in, Line lines) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                byte[] octets = line.toByteArray();
                boolean two = octets.length > 0 && octets[octets.length - 1] == '\r';
                lines.take(two ? java.util.Arrays.copyOf(octets, octets.length - 1) : octets, true);
                line.reset();
            } else {
                line.write(c);
            }
        }
        if (line.size() > 0) {
            lines.take(line.toByteArray(), false);
        }
    }
}
