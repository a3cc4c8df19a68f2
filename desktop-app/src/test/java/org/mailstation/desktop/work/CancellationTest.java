package org.mailstation.desktop.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.testing.Failures;

class CancellationTest {
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void work_goes_on_until_it_is_cancelled() {
        Cancellation cancellation = new Cancellation();
        assertThatCode(cancellation::check).doesNotThrowAnyException();
        cancellation.cancel();
        Failures.expect(Cancelled.class, cancellation::check);
    }

    @Test
    void cancelling_runs_each_action_once() {
        Cancellation cancellation = new Cancellation();
        cancellation.onCancel(runs::incrementAndGet);
        cancellation.cancel();
        cancellation.cancel();
        assertThat(runs).hasValue(1);
    }

    @Test
    void an_action_that_was_taken_back_does_not_run() {
        Cancellation cancellation = new Cancellation();
        cancellation.onCancel(runs::incrementAndGet).run();
        cancellation.cancel();
        assertThat(runs).hasValue(0);
    }

    @Test
    void who_comes_after_the_cancelling_is_run_at_once() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        cancellation.onCancel(runs::incrementAndGet);
        assertThat(runs).hasValue(1);
    }
}
