package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Ddns;
import org.mailstation.config.StationConfig;
import org.mailstation.config.diff.Change;
import org.mailstation.control.History;
import org.mailstation.desktop.fake.FakeMeans;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.HandLook;
import org.mailstation.desktop.fake.Letters;
import org.mailstation.text.Text;

class RevisionsTest {
    private final Traveller traveller = new Traveller();
    private final FakeStation station = traveller.nas.station;
    private final StationConfig first;
    private final StationConfig second;
    private final Revisions revisions;

    RevisionsTest() {
        traveller.toHome();
        first = station.running().orElseThrow();
        second = first.withDdns(new Ddns("duckdns", "alex.duckdns.org", "", ""));
        station.setConfig(second);
        station.desk.history = Letters.history(first, second);
        revisions =
                Care.of(
                                traveller.background,
                                traveller.flow.session(),
                                FakeMeans.of(new HandLook()))
                        .revisions();
        revisions.open();
        rest();
    }

    private Revisions.View rest() {
        traveller.background.until(() -> !revisions.view().activity().running());
        return revisions.view();
    }

    private History.Past past(int revision) {
        return Objects.requireNonNull(rest().history()).revisions().stream()
                .filter(one -> one.revision() == revision)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void going_back_first_says_what_it_would_change_and_changes_nothing() {
        int before = station.revision();
        revisions.plan(past(1));
        assertThat(Objects.requireNonNull(rest().plan()).changes())
                .extracting(Change::field)
                .allMatch(field -> field.startsWith("ddns"))
                .isNotEmpty();
        assertThat(Objects.requireNonNull(rest().wish()).question())
                .isEqualTo(Text.of("flow.history.ask", 1));
        revisions.leave();
        revisions.confirm();
        assertThat(rest().plan()).isNull();
        assertThat(station.revision()).isEqualTo(before);
    }

    @Test
    void what_was_confirmed_runs_again_and_is_kept() {
        revisions.plan(past(1));
        rest();
        revisions.confirm();
        traveller.background.until(() -> revisions.view().done() != null);
        assertThat(station.running()).contains(first);
        assertThat(station.confirmed).isEqualTo(station.revision());
        assertThat(rest().done()).isEqualTo(Text.of("flow.history.done", 1));
    }

    @Test
    void the_same_settings_are_not_applied_again() {
        revisions.plan(past(2));
        assertThat(rest().plan()).isNull();
        assertThat(rest().done()).isEqualTo(Text.of("flow.history.same", 2));
    }

    @Test
    void what_somebody_else_changed_after_the_look_is_not_overwritten() {
        revisions.plan(past(1));
        rest();
        station.setConfig(second.withDdns(new Ddns("noip", "a.ddns.net", "a", "")));
        revisions.confirm();
        assertThat(rest().activity())
                .isInstanceOfSatisfying(
                        Activity.Failed.class,
                        failed ->
                                assertThat(failed.failure())
                                        .isEqualTo(
                                                new FlowFailure.NotApplied(
                                                        Text.of("flow.apply.stale"))));
        assertThat(station.running().orElseThrow().ddns().provider()).isEqualTo("noip");
    }
}
