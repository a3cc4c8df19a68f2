package org.mailstation.acceptance.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much memory the daemon takes of a NAS, as its launcher chooses it. */
class HeapTest {
    private static final Path CHOICE = Launched.DAEMON.resolveSibling("../lib/heap.sh").normalize();

    @TempDir Path root;

    @ParameterizedTest(name = "{0} kB: {1}")
    @CsvSource({
        // 512 MB, 1 GB, 2 GB, 4 GB and 8 GB, less what the kernel keeps for itself
        "500_000, 48m",
        "1_000_000, 48m",
        "2_000_000, 64m",
        "3_900_000, 96m",
        "8_000_000, 96m"
    })
    void a_small_nas_gets_a_small_heap(String kilobytes, String heap) throws Exception {
        memory(kilobytes.replace("_", ""));
        assertThat(chosen()).isEqualTo(heap);
    }

    @Test
    void a_nas_that_does_not_tell_gets_the_middle_one() throws Exception {
        assertThat(chosen()).isEqualTo("64m");
    }

    @ParameterizedTest
    @CsvSource({
        "sys/fs/cgroup/memory.max, 1073741824, 48m",
        "sys/fs/cgroup/memory.max, max, 96m",
        "sys/fs/cgroup/memory/memory.limit_in_bytes, 2147483648, 64m",
        "sys/fs/cgroup/memory/memory.limit_in_bytes, 9223372036854771712, 96m"
    })
    void a_container_counts_as_large_as_what_it_may_have(String file, String limit, String heap)
            throws Exception {
        memory("8000000");
        write(file, limit + "\n");
        assertThat(chosen()).isEqualTo(heap);
    }

    private void memory(String kilobytes) throws IOException {
        write("proc/meminfo", "MemTotal:       " + kilobytes + " kB\nMemFree:  100 kB\n");
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String chosen() throws Exception {
        Process sh =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                ". \"$1\" && largest_heap \"$2\"",
                                "sh",
                                CHOICE.toString(),
                                root.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(sh.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(sh.waitFor()).as(said).isZero();
        return said.strip();
    }
}
