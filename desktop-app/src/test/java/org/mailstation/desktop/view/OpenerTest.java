package org.mailstation.desktop.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenerTest {
    @TempDir Path folder;

    @Test
    void each_system_has_its_own_way() {
        assertThat(Opener.of("Windows 11").command()).first().isEqualTo("rundll32");
        assertThat(Opener.of("Mac OS X").command()).containsExactly("open");
        assertThat(Opener.of("Linux").command()).containsExactly("xdg-open");
    }

    @Test
    void the_program_gets_the_file() throws Exception {
        Path file = folder.resolve("a report.html");
        new Opener(List.of("touch")).open(file);
        assertThat(Files.exists(file)).isTrue();
    }

    @Test
    void where_there_is_no_program_for_it_that_is_told() {
        Path file = folder.resolve("none");
        assertThatThrownBy(() -> new Opener(List.of("no-such-program-anywhere")).open(file))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new Opener(List.of("cat")).open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cat");
    }
}
