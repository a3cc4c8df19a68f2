package org.mailstation.desktop.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class OwnLogTest {
    private static final Logger LOG = LoggerFactory.getLogger(OwnLogTest.class);

    @TempDir Path folder;

    @Test
    void what_the_program_says_while_its_window_is_open_is_kept_and_nothing_after_that() {
        OwnLog log = new OwnLog(folder.resolve("log"));
        assertThat(log.lines()).isEmpty();
        Runnable end = log.start();
        LOG.info("the first {}", "thing");
        LOG.warn("two\nlines");
        end.run();
        LOG.warn("too late");
        assertThat(log.lines())
                .anyMatch(line -> line.endsWith("INFO  o.m.d.log.OwnLogTest the first thing"))
                .anyMatch(line -> line.endsWith("two / lines"))
                .noneMatch(line -> line.contains("too late"));
    }

    @Test
    void the_file_before_comes_first_and_what_is_no_text_is_said() throws Exception {
        Files.writeString(folder.resolve("mail-station.1.log"), "old\n");
        Files.writeString(folder.resolve("mail-station.log"), "new\n");
        assertThat(new OwnLog(folder).lines()).containsExactly("old", "new");
        Files.write(folder.resolve("mail-station.log"), new byte[] {(byte) 0xff, 0});
        assertThat(new OwnLog(folder).lines())
                .isEqualTo(List.of("old", "(mail-station.log is no text)"));
    }
}
