package org.mailstation.daemon.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceTest {
    @ParameterizedTest
    @CsvSource({"16, 500", "46, 500", "48, 512", "64, 1024", "96, 2000", "4096, 2000"})
    void a_small_heap_takes_fewer_letters_at_a_time(long megabytes, int letters) {
        assertThat(Slice.letters(megabytes << 20)).isEqualTo(letters);
    }
}
