package org.mailstation.daemon.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mailstation.daemon.store.disk.LetterFiles;

/** Looks at what lies in the folders of a store, in a fixed order. */
final class FolderWalk {
    private FolderWalk() {}

    static String name(Path path) {
        return path.getFileName().toString();
    }

    /** Hidden ones are not ours. */
    static List<Path> folders(Path folder) throws IOException {
        return entries(folder).stream()
                .filter(Files::isDirectory)
                .filter(path -> !name(path).startsWith("."))
                .toList();
    }

    static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    /** All letters of a mailbox's folder, whatever they are called. */
    static List<Path> letters(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> name(file).endsWith(LetterFiles.SUFFIX))
                    .filter(file -> !name(file).startsWith("."))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** The number in a letter's name, or 0 if it has none. */
    static long uid(Path file) {
        String name = name(file);
        return name.matches("[1-9][0-9]{0,17}\\" + LetterFiles.SUFFIX)
                ? Long.parseLong(name.substring(0, name.length() - LetterFiles.SUFFIX.length()))
                : 0;
    }

    /** The number in the name of a mailbox's folder, or 0 if it has none. */
    static long box(Path folder) {
        String name = name(folder);
        int mark = name.lastIndexOf('~');
        if (mark < 0) {
            return 0;
        }
        try {
            return Math.max(0, Long.parseLong(name.substring(mark + 1), Character.MAX_RADIX));
        } catch (NumberFormatException e) {
            return 0; // somebody else's folder
        }
    }
}
