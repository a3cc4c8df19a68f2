package org.mailstation.daemon.box;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the program that listens on a port, as far as Linux lets us see it. */
public final class PortHolder {
    /** State LISTEN in {@code /proc/net/tcp}. */
    private static final String LISTENING = "0A";

    private final Path proc;

    /**
     * @param proc usually {@code /proc}
     */
    public PortHolder(Path proc) {
        this.proc = proc;
    }

    /**
     * A program.
     *
     * @param name as the kernel knows it, at most 15 characters
     */
    public record Holder(String name, long pid) {}

    /**
     * Who listens on this TCP port; nothing if nobody does, or if it is another user's and we may
     * not look.
     */
    public Optional<Holder> of(int port) {
        try {
            Set<String> sockets = new HashSet<>();
            for (String table : List.of("net/tcp", "net/tcp6")) {
                sockets.addAll(listening(proc.resolve(table), port));
            }
            return sockets.isEmpty() ? Optional.empty() : owner(sockets);
        } catch (IOException notLinux) {
            // the caller says "another program"
            return Optional.empty();
        }
    }

    private static Set<String> listening(Path table, int port) throws IOException {
        Set<String> inodes = new HashSet<>();
        if (!Files.exists(table)) {
            return inodes;
        }
        String end = ":" + String.format(Locale.ROOT, "%04X", port);
        for (String line : Files.readAllLines(table)) {
            String[] columns = line.trim().split("\\s+", -1);
            if (columns.length > 9 && columns[1].endsWith(end) && columns[3].equals(LISTENING)) {
                inodes.add("socket:[" + columns[9] + "]");
            }
        }
        return inodes;
    }

    private Optional<Holder> owner(Set<String> sockets) throws IOException {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, sockets)) {
                    String name = Files.readString(process.resolve("comm")).trim();
                    return Optional.of(
                            new Holder(name, Long.parseLong(process.getFileName().toString())));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (Files.isSymbolicLink(file)
                        && sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException notOurs) {
            // another user's process, or one that has just ended: nothing to be seen there
            return false;
        }
        return false;
    }
}
