package org.mailstation.daemon.store.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** However large a mailbox is, a walk over it holds one batch. */
class BatchesTest {
    private static final int SIZE = 100;

    private final List<Long> asked = new ArrayList<>();

    private Batches<Long> upTo(long last) {
        return new Batches<>(
                1,
                from -> {
                    asked.add(from);
                    return LongStream.rangeClosed(from, Math.min(last, from + SIZE - 1))
                            .boxed()
                            .toList();
                },
                uid -> uid);
    }

    @Test
    void nothing_is_read_before_it_is_asked_for() {
        Batches<Long> walk = upTo(200_000);
        assertThat(asked).isEmpty();

        for (int number = 0; number < 3 * SIZE; number++) {
            walk.next();
        }

        assertThat(asked).containsExactly(1L, 101L, 201L);
    }

    @Test
    void all_are_told_once_and_in_order() {
        List<Long> found = new ArrayList<>();
        upTo(250).forEachRemaining(found::add);

        assertThat(found)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 250).boxed().toList());
    }

    @Test
    void what_is_added_behind_the_walk_while_it_goes_on_is_found_too() {
        List<Long> letters = new ArrayList<>(List.of(1L, 2L));
        Batches<Long> walk =
                new Batches<>(
                        1,
                        from -> letters.stream().filter(uid -> uid >= from).limit(1).toList(),
                        uid -> uid);
        assertThat(walk.next()).isEqualTo(1);
        letters.add(3L);

        assertThat(walk.next()).isEqualTo(2);
        assertThat(walk.next()).isEqualTo(3);
        assertThat(walk.hasNext()).isFalse();
    }

    @Test
    void an_empty_mailbox_has_nothing() {
        assertThat(upTo(0).hasNext()).isFalse();
        assertThatThrownBy(() -> upTo(0).next()).isInstanceOf(NoSuchElementException.class);
    }
}
