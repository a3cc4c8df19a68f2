package org.mailstation.daemon.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.mailstation.control.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alone, as the log belongs to the whole process. */
@Isolated
class LogSetupTest {
    @TempDir Path folder;

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Logger log = LoggerFactory.getLogger("org.mailstation.test");
    private Runnable stop = () -> {};

    @BeforeEach
    void start() {
        stop = LogSetup.start(folder, heard::add);
    }

    /** The other tests of this process get their own log back. */
    @AfterEach
    void restore() throws Exception {
        stop.run();
        LoggerContext context = LogSetup.context();
        context.reset();
        new ContextInitializer(context).autoConfig();
    }

    private List<String> file() throws IOException {
        return Files.readAllLines(folder.resolve(LogSetup.FILE));
    }

    @Test
    void a_line_reaches_the_file_and_the_listeners() throws IOException {
        log.info("hello {}", "world");
        assertThat(file()).singleElement().asString().endsWith("hello world").contains(" INFO ");
        assertThat(heard).isEqualTo(file());
    }

    @Test
    void a_stranger_cannot_forge_a_line() throws IOException {
        log.info("from {}", "a\r\n2026-11-24T00:00:00.000Z ERROR all is lost");
        assertThat(file()).hasSize(1);
        assertThat(heard).hasSize(1);
    }

    @Test
    void a_failure_is_logged_with_its_cause() throws IOException {
        log.error("oh", new IllegalStateException("outer", new IOException("inner")));
        assertThat(file()).anyMatch(line -> line.contains("Caused by") && line.contains("inner"));
        assertThat(heard).isEqualTo(file());
    }

    @Test
    void a_secret_is_not_logged_by_accident() throws IOException {
        log.info("got {}", new Secret("hunter2"));
        assertThat(file().getFirst()).doesNotContain("hunter2");
    }

    @Test
    void what_the_jdk_logs_joins_in() throws IOException {
        java.util.logging.Logger.getLogger("org.mailstation.jul").warning("from the JDK");
        assertThat(file()).singleElement().asString().contains("WARN").endsWith("from the JDK");
    }

    @Test
    void the_files_are_turned_over_and_stay_below_a_limit() throws IOException {
        String line = "x".repeat(100_000);
        for (int i = 0; i < 400; i++) {
            log.info(line);
        }
        long bytes = 0;
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
        }
        assertThat(folder.resolve(LogSetup.BEFORE)).exists();
        assertThat(bytes).isLessThan(36_000_000);
    }
}
