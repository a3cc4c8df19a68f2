package org.mailstation.daemon.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpoolTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "131072, 0", "131073, 1", "5000000, 1"})
    void small_letters_stay_in_memory_and_large_ones_leave_no_file_behind(int size, int files)
            throws IOException {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        try (Spool spool = new Spool(folder)) {
            for (int at = 0; at < size; at += 1000) {
                spool.write(bytes, at, Math.min(1000, size - at));
            }
            spool.complete();

            assertThat(spool.size()).isEqualTo(size);
            assertThat(spool.open().readAllBytes()).isEqualTo(bytes);
            assertThat(spool.open().readAllBytes()).as("read again").isEqualTo(bytes);
            assertThat(folder.toFile().list()).hasSize(files);
        }
        assertThat(folder).isEmptyDirectory();
    }
}
