package org.mailstation.desktop.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
    @TempDir Path folder;

    private final CountDownLatch raised = new CountDownLatch(2);

    private Optional<SingleInstance> start() throws Exception {
        return SingleInstance.claim(folder.resolve("cache"), raised::countDown);
    }

    @Test
    void a_second_start_brings_up_the_first_window_each_time() throws Exception {
        try (SingleInstance first = start().orElseThrow()) {
            assertThat(start()).isEmpty();
            assertThat(start()).isEmpty();
            assertThat(raised.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(first).isNotNull();
        }
    }

    @Test
    void after_the_end_of_the_first_another_may_start() throws Exception {
        start().orElseThrow().close();
        try (SingleInstance second = start().orElseThrow()) {
            assertThat(second).isNotNull();
        }
        assertThat(raised.getCount()).isEqualTo(2);
    }

    @Test
    void what_a_crash_left_behind_is_in_nobody_s_way() throws Exception {
        Files.createDirectories(folder.resolve("cache"));
        Files.createFile(folder.resolve("cache/window.lock"));
        Files.createFile(folder.resolve("cache/window.sock"));
        try (SingleInstance first = start().orElseThrow()) {
            assertThat(start()).isEmpty();
            assertThat(start()).isEmpty();
            assertThat(raised.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(first).isNotNull();
        }
    }

    @Test
    void a_folder_too_deep_for_a_socket_still_allows_one_window_only() throws Exception {
        Path deep = folder.resolve("d".repeat(120));
        try (SingleInstance first = SingleInstance.claim(deep, raised::countDown).orElseThrow()) {
            assertThat(SingleInstance.claim(deep, raised::countDown)).isEmpty();
            assertThat(first).isNotNull();
        }
    }
}
