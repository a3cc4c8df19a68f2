package org.mailstation.daemon.moving;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A Maildir with folders beside ({@code .Folder.Sub}), as Dovecot and Courier have it, or the
 * {@code .Maildir} of a Synology account.
 */
final class MaildirSource implements Source {
    private static final List<String> PLACES = List.of("new", "cur");
    private static final Map<Character, String> FLAGS =
            Map.of(
                    'S', "\\Seen",
                    'R', "\\Answered",
                    'F', "\\Flagged",
                    'D', "\\Draft",
                    'T', "\\Deleted");

    private final Path root;

    private MaildirSource(Path root) {
        this.root = root;
    }

    /**
     * @throws NoSuchFileException if the folder is no Maildir
     */
    static MaildirSource of(Path folder) throws NoSuchFileException {
        for (Path one : List.of(folder, folder.resolve(".Maildir"), folder.resolve("Maildir"))) {
            if (Files.isDirectory(one.resolve("cur"))) {
                return new MaildirSource(one);
            }
        }
        throw new NoSuchFileException(folder.toString());
    }

    @Override
    public List<Box> boxes() throws IOException {
        List<Box> boxes = new ArrayList<>();
        boxes.add(new Box("", "INBOX"));
        for (Path folder : entries(root)) {
            String name = folder.getFileName().toString();
            if (name.startsWith(".") && Files.isDirectory(folder.resolve("cur"))) {
                List<String> parts = FolderNames.parts(Utf7.decode(name), ".");
                boxes.add(new Box(name, FolderNames.here(parts, Set.of())));
            }
        }
        return boxes;
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    @Override
    public long expected() {
        return 0;
    }

    @Override
    public long each(Box box, Predicate<String> wanted, Taker taker) throws IOException {
        Path folder = root.resolve(box.name());
        Map<Character, String> keywords = keywords(folder);
        long count = 0;
        for (String place : PLACES) {
            for (Path file : entries(folder.resolve(place))) {
                String name = file.getFileName().toString();
                if (name.startsWith(".") || !Files.isRegularFile(file)) {
                    continue;
                }
                count++;
                int info = name.lastIndexOf(":2,");
                String key = (info < 0 ? name : name.substring(0, info)).replace('\t', ' ');
                if (wanted.test(key)) {
                    Set<String> flags = flags(info < 0 ? "" : name.substring(info + 3), keywords);
                    taker.take(new Found(key, flags, date(file), out -> copy(file, out)));
                }
            }
        }
        return count;
    }

    private static void copy(Path file, java.io.OutputStream out) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Source.withLineEnds(in, out);
        } catch (java.nio.file.FileSystemException unreadable) {
            throw new NotGivenException(unreadable.toString());
        }
    }

    private static Set<String> flags(String letters, Map<Character, String> keywords) {
        Set<String> flags = new TreeSet<>();
        for (char letter : letters.toCharArray()) {
            String flag = FLAGS.getOrDefault(letter, keywords.get(letter));
            if (flag != null) {
                flags.add(flag);
            }
        }
        return flags;
    }

    /** Dovecot's file says which letter stands for which keyword: {@code 0 name}. */
    private static Map<Character, String> keywords(Path folder) throws IOException {
        Map<Character, String> keywords = new HashMap<>();
        Path file = folder.resolve("dovecot-keywords");
        if (Files.isRegularFile(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] parts = line.split(" ", 2);
                if (parts.length == 2 && parts[0].matches("[0-9]|1[0-9]|2[0-5]")) {
                    keywords.put((char) ('a' + Integer.parseInt(parts[0])), parts[1]);
                }
            }
        }
        return keywords;
    }

    /**
     * The file's time is that of the letter unless it was copied without it; the name begins with
     * the time of delivery unless it was put there later. The earlier one is right.
     */
    private static Instant date(Path file) throws IOException {
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        String name = file.getFileName().toString();
        int dot = name.indexOf('.');
        String seconds = dot < 0 ? "" : name.substring(0, dot);
        if (!seconds.matches("[0-9]{9,11}")) {
            return changed;
        }
        Instant named = Instant.ofEpochSecond(Long.parseLong(seconds));
        return named.isBefore(changed) ? named : changed;
    }

    @Override
    public void close() {
        // every file is closed already
    }
}
