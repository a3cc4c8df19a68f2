package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ThreadTimerTest {

    @Test
    void actions_follow_each_other_and_one_that_fails_does_not_stop_the_next()
            throws InterruptedException {
        CountDownLatch second = new CountDownLatch(1);
        try (ThreadTimer timer = new ThreadTimer("test")) {
            timer.after(
                    Duration.ZERO,
                    () -> {
                        throw new IllegalStateException("expected by the test");
                    });
            timer.after(Duration.ZERO, second::countDown);
            assertThat(second.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void what_is_taken_back_does_not_happen() throws InterruptedException {
        AtomicBoolean happened = new AtomicBoolean();
        CountDownLatch later = new CountDownLatch(1);
        try (ThreadTimer timer = new ThreadTimer("test")) {
            CountDownLatch busy = new CountDownLatch(1);
            timer.after(Duration.ZERO, () -> await(busy));
            timer.after(Duration.ZERO, () -> happened.set(true)).run();
            timer.after(Duration.ZERO, later::countDown);
            busy.countDown();
            assertThat(later.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(happened).isFalse();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
