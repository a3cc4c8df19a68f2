package org.mailstation.daemon.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AtLeisureTest {
    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration NEVER = Duration.ofDays(1);

    private static void reached(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void pieces_are_done_in_the_order_in_which_they_were_asked_for() throws Exception {
        List<Integer> done = new CopyOnWriteArrayList<>();
        CountDownLatch all = new CountDownLatch(20);
        try (AtLeisure work = new AtLeisure("test", 20, AT_ONCE, AT_ONCE)) {
            for (int i = 0; i < 20; i++) {
                int number = i;
                assertThat(
                                work.ask(
                                        () -> {
                                            done.add(number);
                                            all.countDown();
                                        }))
                        .isTrue();
            }
            reached(all);
        }
        assertThat(done).hasSize(20).isSorted();
    }

    @Test
    void nothing_begins_while_more_is_asked_for_and_patience_is_left() {
        AtomicInteger done = new AtomicInteger();
        AtLeisure work = new AtLeisure("test", 2, NEVER, NEVER);
        work.ask(done::incrementAndGet);
        work.ask(done::incrementAndGet);
        assertThat(work.ask(done::incrementAndGet)).as("there is room for two").isFalse();
        work.close();
        assertThat(done).hasValue(0);
    }

    @Test
    void patience_ends_also_while_more_is_asked_for() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (AtLeisure work = new AtLeisure("test", 2, NEVER, Duration.ofMillis(1))) {
            assertThat(work.ask(done::countDown)).isTrue();
            reached(done);
        }
    }

    @Test
    void a_piece_that_fails_does_not_keep_the_next_one_from_being_done() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (AtLeisure work = new AtLeisure("test", 2, AT_ONCE, AT_ONCE)) {
            work.ask(
                    () -> {
                        throw new IllegalStateException("on purpose");
                    });
            work.ask(done::countDown);
            reached(done);
        }
    }

    @Test
    void what_is_asked_for_after_a_rest_is_done_too() throws Exception {
        try (AtLeisure work = new AtLeisure("test", 1, AT_ONCE, AT_ONCE)) {
            for (int i = 0; i < 50; i++) {
                CountDownLatch done = new CountDownLatch(1);
                while (!work.ask(done::countDown)) {
                    Thread.onSpinWait(); // the one before is just being taken
                }
                reached(done);
            }
        }
    }

    @Test
    void nobody_minds_a_piece_that_comes_after_the_end() {
        AtLeisure work = new AtLeisure("test", 1, AT_ONCE, AT_ONCE);
        work.close();
        AtomicInteger done = new AtomicInteger();
        work.ask(done::incrementAndGet);
        assertThat(done).hasValue(0);
    }
}
