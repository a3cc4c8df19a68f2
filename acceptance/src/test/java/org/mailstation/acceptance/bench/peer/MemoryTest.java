package org.mailstation.acceptance.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MemoryTest {
    private static final List<String> ROLLUP =
            List.of(
                    "Rss:               10240 kB",
                    "Pss:                2048 kB",
                    "Pss_Dirty: 7 kB");

    @Test
    void kilobytes_of_the_kernel_become_octets() {
        assertThat(Memory.figure(ROLLUP, "Rss:")).isEqualTo(10_240 * 1024);
        assertThat(Memory.figure(ROLLUP, "Pss:")).isEqualTo(2048 * 1024);
        assertThat(Memory.figure(ROLLUP, "Swap:")).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_process_shares_some_of_its_memory() throws Exception {
        Memory own = Memory.of(Stream.of(ProcessHandle.current()));
        assertThat(own.proportional()).isPositive().isLessThanOrEqualTo(own.resident());
    }

    @Test
    void no_process_has_no_memory() throws Exception {
        assertThat(Memory.of(Stream.empty())).isEqualTo(new Memory(0, 0, 0));
    }
}
