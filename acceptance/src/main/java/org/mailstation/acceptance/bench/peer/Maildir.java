package org.mailstation.acceptance.bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/**
 * Writes letters straight into a Maildir folder, as Dovecot would have named them: {@code S=}
 * octets in the file, {@code W=} octets with CR LF.
 */
final class Maildir {
    private static final long FIRST_SECOND = 1_767_254_400; // 2026-01-01T08:00:00Z

    private final Path folder;
    private final int owner;

    /**
     * @param folder has {@code cur}
     * @param owner user and group number of the new files
     */
    Maildir(Path folder, int owner) {
        this.folder = folder;
        this.owner = owner;
    }

    void fill(int count, IntFunction<byte[]> letters) throws IOException {
        for (int i = 0; i < count; i++) {
            String wire = new String(letters.apply(i), StandardCharsets.ISO_8859_1);
            byte[] octets = wire.replace("\r\n", "\n").getBytes(StandardCharsets.ISO_8859_1);
            String name =
                    (FIRST_SECOND + i)
                            + ".M1P1.bench,S="
                            + octets.length
                            + ",W="
                            + wire.length()
                            + ":2,";
            Path file = folder.resolve("cur").resolve(name);
            Files.write(file, octets);
            Files.setAttribute(file, "unix:uid", owner);
            Files.setAttribute(file, "unix:gid", owner);
        }
    }
}
