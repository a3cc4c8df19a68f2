package org.mailstation.daemon.backup;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The list of one backup: what its head says, a line for each file, letters ordered by mailbox and
 * number, and a last line that only a finished list has.
 */
final class Listing {
    static final String FORMAT = "mail-station-backup 1";

    private Listing() {}

    /**
     * What is said first.
     *
     * @param version of the program that made it
     * @param octets of all files together
     * @param left names of secrets that are not in it
     */
    record Head(String version, long letters, long octets, List<String> left) {
        Head {
            left = List.copyOf(left);
        }
    }

    /** Writes one. */
    static final class Writer implements AutoCloseable {
        private final BufferedWriter out;
        private long lines;

        Writer(Path file, Head head) throws IOException {
            this.out =
                    new BufferedWriter(
                            new OutputStreamWriter(
                                    new GZIPOutputStream(Files.newOutputStream(file)),
                                    StandardCharsets.UTF_8));
            line(FORMAT);
            line(
                    "H\t"
                            + head.version()
                            + "\t"
                            + head.letters()
                            + "\t"
                            + head.octets()
                            + "\t"
                            + String.join(" ", head.left()));
        }

        void add(Entry entry) throws IOException {
            lines++;
            line(entry.line());
        }

        void finish() throws IOException {
            line("E\t" + lines);
        }

        private void line(String line) throws IOException {
            out.write(line);
            out.write('\n');
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Reads one, line by line. */
    static final class Reader implements AutoCloseable {
        private final BufferedReader in;
        private final Head head;
        private long lines;

        /**
         * @throws IOException if it is no list, or of a version that this program does not know
         */
        Reader(InputStream octets) throws IOException {
            this.in =
                    new BufferedReader(
                            new InputStreamReader(
                                    new GZIPInputStream(octets), StandardCharsets.UTF_8));
            if (!FORMAT.equals(in.readLine())) {
                throw new IOException("this is no backup, or one of a newer version");
            }
            this.head = head(in.readLine());
        }

        private static Head head(@Nullable String line) throws IOException {
            String[] parts = line == null ? new String[0] : line.split("\t", -1);
            if (parts.length != 5 || !parts[0].equals("H")) {
                throw new IOException("the beginning of the backup's list cannot be read");
            }
            List<String> left = new ArrayList<>(List.of(parts[4].split(" ")));
            left.remove("");
            return new Head(parts[1], Long.parseLong(parts[2]), Long.parseLong(parts[3]), left);
        }

        Head head() {
            return head;
        }

        /**
         * The next file; {@code null} after the last.
         *
         * @throws EOFException if the list is not whole
         */
        @Nullable Entry next() throws IOException {
            String line = in.readLine();
            if (line == null) {
                throw new EOFException("the backup's list is not whole");
            }
            if (line.startsWith("E\t")) {
                if (!line.equals("E\t" + lines)) {
                    throw new EOFException("the backup's list is not whole");
                }
                return null;
            }
            lines++;
            return Entry.parse(line);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
