package org.mailstation.daemon.store.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void what_is_written_is_read_again() {
        Progress progress = new Progress();
        progress.reached(1, 17);
        progress.reached(2, 3);
        progress.reached(1, 12);
        progress.reached(99L);

        Progress again = Progress.read(progress.write());

        assertThat(again.uid(1)).isEqualTo(17);
        assertThat(again.uid(2)).isEqualTo(3);
        assertThat(again.uid(3)).isZero();
        assertThat(again.sequence()).isEqualTo(99);
    }

    @Test
    void another_format_is_refused() {
        assertThatThrownBy(() -> Progress.read(Map.of("format", "0")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Progress.read(Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
