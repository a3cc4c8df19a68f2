package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mailstation.control.Ban;
import org.mailstation.desktop.fake.FakeDesk;
import org.mailstation.desktop.fake.FakeMeans;
import org.mailstation.desktop.fake.HandLook;
import org.mailstation.desktop.fake.Letters;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.text.Text;

class GuardingTest {

    private final Traveller traveller = new Traveller();
    private final FakeDesk desk = traveller.nas.station.desk;
    private final Guarding guarding;

    GuardingTest() {
        traveller.toHome();
        guarding =
                Care.of(
                                traveller.background,
                                traveller.flow.session(),
                                FakeMeans.of(new HandLook()))
                        .guarding();
        Letters.onto(desk);
        guarding.open();
        rest();
    }

    private Guarding.View rest() {
        traveller.background.until(() -> !guarding.view().activity().running());
        return guarding.view();
    }

    private Guarding.Known known() {
        return Objects.requireNonNull(rest().known());
    }

    @Test
    void who_comes_to_look_sees_everything() {
        assertThat(known().bans().bans()).hasSize(2);
        assertThat(known().relayed().destinations()).hasSize(1);
        assertThat(known().signatures()).isEqualTo(desk.dkim);
        assertThat(known().fetching()).isEqualTo(desk.fetching);
    }

    @Test
    void nobody_is_let_in_before_it_was_confirmed() {
        guarding.lift("203.0.113.77");
        assertThat(guarding.view().wish())
                .isEqualTo(
                        new Wish(Text.of("flow.lift.ask", "203.0.113.77"), Text.of("flow.lift")));
        assertThat(desk.bans).hasSize(2);
        guarding.confirm();
        assertThat(known().bans().bans())
                .extracting(Ban::address)
                .containsExactly("2001:db8:1:2::/64");
        assertThat(rest().done()).isEqualTo(Text.of("bans.lifted", "203.0.113.77"));
        assertThat(rest().wish()).isNull();
    }

    @Test
    void a_wish_that_is_dropped_changes_nothing_and_cannot_be_confirmed_later() {
        guarding.forget("big-provider.example");
        guarding.leave();
        guarding.confirm();
        assertThat(rest().wish()).isNull();
        assertThat(desk.relayed).hasSize(1);
    }

    @Test
    void what_the_relay_remembers_is_forgotten() {
        guarding.forget("big-provider.example");
        guarding.confirm();
        assertThat(known().relayed().destinations()).isEmpty();
        assertThat(rest().done()).isEqualTo(Text.of("relayed.forgotten", "big-provider.example"));
        guarding.open();
        assertThat(rest().done()).isNull();
    }

    @Test
    void a_failure_is_told_and_nothing_is_said_to_be_done() {
        traveller.nas.station.nextFailure = new StationFailure.ConnectionLost("nas");
        guarding.lift("203.0.113.77");
        guarding.confirm();
        assertThat(rest().activity()).isInstanceOf(Activity.Failed.class);
        assertThat(rest().done()).isNull();
        assertThat(desk.bans).hasSize(2);
    }
}
