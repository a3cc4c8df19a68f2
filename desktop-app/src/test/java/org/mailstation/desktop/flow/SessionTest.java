package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.fake.Gate;
import org.mailstation.desktop.work.Cancellation;
import org.mailstation.desktop.work.FailureException;

/** The one connection, which several want at once. */
class SessionTest {

    private final Traveller who = new Traveller().toForm();
    private final Gate gate = new Gate();

    /** What became of it: {@code done}, or the code of the failure. */
    private CompletableFuture<String> use(Cancellation wish) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return who.flow
                                .session()
                                .onNas(
                                        wish,
                                        _ -> {
                                            gate.pass(wish);
                                            return "done";
                                        });
                    } catch (FailureException e) {
                        return e.failure().code();
                    }
                },
                Thread::startVirtualThread);
    }

    @Test
    void whoever_waits_for_a_turn_that_is_no_longer_wanted_waits_no_longer() throws Exception {
        CompletableFuture<String> first = use(Cancellation.never());
        gate.awaitArrival();
        Cancellation wish = new Cancellation();
        CompletableFuture<String> second = use(wish);
        wish.cancel();
        assertThat(second.get(60, TimeUnit.SECONDS)).isEqualTo("work.cancelled");
        assertThat(first).isNotDone();

        gate.open();
        assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(use(Cancellation.never()).get(60, TimeUnit.SECONDS)).isEqualTo("done");
    }
}
