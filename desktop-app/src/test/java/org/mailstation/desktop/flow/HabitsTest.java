package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailstation.desktop.fake.FakeAutostart;
import org.mailstation.desktop.fake.HandBackground;

class HabitsTest {
    private final HandBackground background = new HandBackground();
    private final FakeAutostart autostart = new FakeAutostart();
    private final Habits habits = new Habits(autostart, background);

    private Habits.View rest() {
        background.until(() -> !habits.view().activity().running());
        return habits.view();
    }

    @Test
    void how_it_is_is_asked_and_not_guessed() {
        assertThat(habits.view().autostart()).isNull();
        autostart.on = true;
        habits.open();
        assertThat(rest().autostart()).isTrue();
    }

    @Test
    void the_switch_switches() {
        habits.startBySelf(true);
        assertThat(rest().autostart()).isTrue();
        assertThat(autostart.on).isTrue();
        habits.startBySelf(false);
        assertThat(rest().autostart()).isFalse();
        assertThat(autostart.on).isFalse();
    }

    @Test
    void a_computer_that_refuses_is_told_and_nothing_is_shown_that_is_not_so() {
        habits.open();
        rest();
        autostart.refuses = true;
        habits.startBySelf(true);
        assertThat(rest().activity())
                .isEqualTo(
                        new Activity.Failed(
                                new FlowFailure.AutostartRefused("read-only file system")));
        assertThat(rest().autostart()).isFalse();
    }
}
