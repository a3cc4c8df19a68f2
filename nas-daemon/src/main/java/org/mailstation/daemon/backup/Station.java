package org.mailstation.daemon.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which files of a station's folder are copied as they are, and which are secrets. */
record Station(Path root) {
    static final String SECRETS = "secrets";

    /** Hashes, made so that they may be seen: without them nobody could sign in again. */
    private static final Set<String> HASHED = Set.of("passwords", "app-passwords");

    /** Copied in another way, made anew by each start, or of this computer only. */
    private static final Set<String> LEFT =
            Set.of("mail", "run", "tmp", "logs", SECRETS, "lost+found", "@eaDir", "#recycle");

    /** Files that a daemon has open; their content is copied in another way. */
    private static final String DATABASE = ".mv";

    private static final String QUEUE = "queue";

    /** Ordered by name. A file may be gone by the time it is read. */
    List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        return isLeft(folder)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile() && isWhole(file)) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        HASHED.stream()
                .map(root.resolve(SECRETS)::resolve)
                .filter(Files::exists)
                .forEach(found::add);
        return found.stream().sorted().toList();
    }

    private boolean isLeft(Path folder) {
        return root.equals(folder.getParent())
                && (LEFT.contains(name(folder)) || Arrived.isOurs(name(folder)));
    }

    private static boolean isWhole(Path file) {
        String name = name(file);
        return !name.startsWith(".")
                && !name.endsWith(".new")
                && !name.endsWith(DATABASE)
                && name.codePoints().noneMatch(Character::isISOControl);
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    /** What must not lie open on another disk, by its path below {@value #SECRETS}. */
    Map<String, byte[]> secrets() throws IOException {
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        Path folder = root.resolve(SECRETS);
        if (Files.isDirectory(folder)) {
            try (var walk = Files.walk(folder)) {
                for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                    String path = folder.relativize(file).toString();
                    if (isWhole(file) && !HASHED.contains(path)) {
                        secrets.put(path, Files.readAllBytes(file));
                    }
                }
            }
        }
        return secrets;
    }

    /** A queued letter that was sent between two looks is in a copy whole or not at all. */
    static List<Entry> withoutHalves(List<Entry> files) {
        Set<String> paths = new HashSet<>();
        files.forEach(file -> paths.add(file.path()));
        return files.stream()
                .filter(
                        file ->
                                !file.path().startsWith(QUEUE + "/")
                                        || !file.path().endsWith(".json")
                                        || paths.contains(
                                                file.path().replaceAll("\\.json$", ".eml")))
                .toList();
    }
}
