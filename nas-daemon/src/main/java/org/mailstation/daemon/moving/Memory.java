package org.mailstation.daemon.moving;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.mailstation.daemon.backup.Hashing;
import org.mailstation.daemon.backup.Known;

/**
 * Which letters of a source are here already: a line for each, with the folder, the letter's key
 * there and the SHA-256 of its content. A line that was not written completely counts for nothing.
 */
final class Memory implements AutoCloseable {
    private final Path file;
    private final BufferedWriter out;
    private final long start;

    Memory(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.resolveSibling(".").normalize());
        this.out =
                Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        out.write('\n'); // ends what the last run may have left
        out.flush();
        this.start = Files.size(file);
    }

    /** The keys of one folder, as {@link #mark}. */
    Known of(String box) throws IOException {
        Known known = new Known();
        each(0, box, (key, _) -> known.add(mark(key)));
        return known;
    }

    /** A key as {@link #of} has it. */
    static String mark(String key) {
        return Hashing.of(key);
    }

    /** The contents of one folder's letters that were noted since this was opened. */
    void added(String box, Taker taker) throws IOException {
        each(start, box, taker);
    }

    /** Takes what was noted of a letter. */
    interface Taker {
        void take(String key, String hash);
    }

    private void each(long from, String box, Taker taker) throws IOException {
        try (InputStream octets = Files.newInputStream(file)) {
            octets.skipNBytes(from);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(octets, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] parts = line.split("\t", -1);
                if (parts.length == 4 && parts[0].equals(box) && parts[3].equals("ok")) {
                    taker.take(parts[1], parts[2]);
                }
            }
        }
    }

    void add(String box, String key, String hash) throws IOException {
        out.write(String.join("\t", box, key, hash, "ok"));
        out.write('\n');
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
