package org.mailstation.daemon.store.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FollowingTest {
    private final Following<Long> even =
            new Following<>(List.of(2L, 4L, 8L).iterator(), Long::longValue);

    @Test
    void what_is_there_is_found_in_passing() {
        assertThat(even.at(1)).isNull();
        assertThat(even.at(2)).isEqualTo(2);
        assertThat(even.at(3)).isNull();
        assertThat(even.at(6)).isNull();
        assertThat(even.at(8)).isEqualTo(8);
        assertThat(even.at(10)).isNull();
    }

    @Test
    void without_entries_nothing_is_found() {
        Following<Long> nothing = new Following<>(List.<Long>of().iterator(), Long::longValue);

        assertThat(nothing.at(1)).isNull();
    }
}
