package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.fake.Gate;
import org.mailstation.desktop.fake.HandBackground;

/** One piece of work at a time, which somebody starts and stops. */
class ErrandTest {

    private static final Activity.Running FIRST = Activity.Running.of("flow.fetching");

    private final HandBackground background = new HandBackground();
    private final List<String> done = new ArrayList<>();
    private final Gate gate = Gate.slow();
    private final Errand errand = new Errand(background, () -> {});

    @AfterEach
    void letGo() {
        gate.open();
    }

    private boolean start(String name) {
        return errand.start(FIRST, (_, _) -> name, done::add);
    }

    private void startSlow() {
        errand.start(
                FIRST,
                (cancellation, _) -> {
                    gate.pass(cancellation);
                    return "slow";
                },
                done::add);
        gate.awaitArrival();
    }

    @Test
    void a_second_wish_is_left_alone_while_work_is_under_way() {
        startSlow();
        assertThat(start("second")).isFalse();
        gate.open();
        background.until(() -> !errand.busy());
        assertThat(done).containsExactly("slow");
    }

    @Test
    void a_wish_while_cancelled_work_tidies_up_is_fulfilled_afterwards() {
        startSlow();
        errand.cancel();
        gate.awaitCancel();
        assertThat(start("second")).isTrue();
        assertThat(errand.activity()).isEqualTo(FIRST.stop());
        gate.open();
        background.until(() -> !done.isEmpty());
        assertThat(done).containsExactly("second");
        assertThat(errand.activity()).isEqualTo(Activity.IDLE);
    }

    @Test
    void cancelling_once_more_takes_that_wish_back() {
        startSlow();
        errand.cancel();
        start("second");
        errand.cancel();
        gate.open();
        background.until(() -> !errand.busy());
        assertThat(errand.activity()).isEqualTo(Activity.IDLE);
        assertThat(done).isEmpty();
    }
}
