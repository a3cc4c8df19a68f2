package org.mailstation.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredJarsTest {
    private static final LocalDateTime WHEN = LocalDateTime.of(2026, 11, 24, 0, 0, 0);

    @TempDir Path folder;

    private Path jar() throws IOException {
        Path jar = folder.resolve("some.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (String name : List.of("META-INF/", "META-INF/MANIFEST.MF", "z/Äpfel", "a/Last")) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTimeLocal(WHEN);
                out.putNextEntry(entry);
                if (!name.endsWith("/")) {
                    out.write("again and again ".repeat(500).getBytes(StandardCharsets.UTF_8));
                }
                out.closeEntry();
            }
        }
        return jar;
    }

    private static List<String> described(Path jar) throws IOException {
        List<String> lines = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] content = zip.getInputStream(entry).readAllBytes();
                lines.add(
                        "%s %s %d %s"
                                .formatted(
                                        entry.getName(),
                                        entry.getTimeLocal(),
                                        content.length,
                                        new String(content, StandardCharsets.UTF_8)));
            }
        }
        return lines;
    }

    @Test
    void entries_keep_their_order_names_times_and_bytes() throws IOException {
        Path jar = jar();
        List<String> before = described(jar);
        StoredJars.main(new String[] {folder.toString()});
        assertThat(described(jar)).isEqualTo(before);
    }

    @Test
    void nothing_is_packed_any_more_and_nothing_else_is_left() throws IOException {
        Path jar = jar();
        long packed = Files.size(jar);
        StoredJars.main(new String[] {folder.toString()});
        assertThat(Files.size(jar)).isGreaterThan(packed).isGreaterThan(3 * 500 * 16);
        assertThat(folder.toFile().list()).containsExactly("some.jar");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(Collections.list(zip.entries()))
                    .allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
        }
    }

    @Test
    void twice_the_same_jar_gives_the_same_bytes() throws IOException {
        Path jar = jar();
        StoredJars.rewrite(jar);
        byte[] once = Files.readAllBytes(jar);
        StoredJars.rewrite(jar);
        assertThat(Files.readAllBytes(jar)).isEqualTo(once);
    }
}
