package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Notifications;
import org.mailstation.config.Problem;
import org.mailstation.control.WatchRequest.Wanted;
import org.mailstation.desktop.fake.FakeMeans;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.HandLook;
import org.mailstation.desktop.fake.Watches;
import org.mailstation.text.Text;

/** The watch of a station that runs. */
class WatchingTest {
    private final Traveller traveller = new Traveller();
    private final FakeStation station = traveller.nas.station;
    private final Watching watching;

    WatchingTest() {
        traveller.toHome();
        station.desk.watched =
                Watches.of(List.of(), Watches.ended(Watches.WRONG_ADDRESS, Watches.MORNING));
        watching =
                Care.of(
                                traveller.background,
                                traveller.flow.session(),
                                FakeMeans.of(new HandLook()))
                        .watching();
        watching.open();
        rest();
    }

    private Watching.View rest() {
        traveller.background.until(() -> !watching.view().activity().running());
        return watching.view();
    }

    private Notifications running() {
        return station.running().orElseThrow().notifications();
    }

    @Test
    void what_the_station_saw_and_how_it_looks_is_shown() {
        assertThat(Objects.requireNonNull(rest().watched()).notes()).hasSize(1);
        assertThat(rest().form().on()).isTrue();
        assertThat(rest().form().every()).isEqualTo("6h");
        assertThat(rest().mailboxes())
                .isEqualTo(
                        station.running().orElseThrow().accounts().stream()
                                .map(account -> account.address())
                                .toList());
    }

    @Test
    void what_is_typed_comes_to_the_station_and_nothing_else_changes() {
        Notifications before = running();
        watching.edit(form -> form.withAddress(" me@elsewhere.example ").withEvery("12h"));
        watching.save();
        assertThat(rest().done()).isEqualTo(Text.of("flow.watch.set"));
        assertThat(running()).isEqualTo(before.at("me@elsewhere.example").looking(true, "12h"));
        assertThat(Objects.requireNonNull(rest().watched()).address())
                .isEqualTo("me@elsewhere.example");
        watching.edit(form -> form.withOn(false));
        watching.save();
        assertThat(rest().done()).isEqualTo(Text.of("flow.watch.off"));
        assertThat(running().watch()).isFalse();
    }

    @Test
    void what_cannot_be_is_told_at_each_field_and_changes_nothing() {
        Notifications before = running();
        watching.edit(form -> form.withAddress("somebody").withEvery("often"));
        watching.save();
        assertThat(rest().problems())
                .extracting(Problem::field)
                .containsExactlyInAnyOrder(WatchForm.ADDRESS, WatchForm.EVERY);
        assertThat(running()).isEqualTo(before);
        watching.open();
        assertThat(rest().form().every()).as("what was typed stays").isEqualTo("often");
    }

    @Test
    void it_looks_at_once_and_shows_what_it_sees() {
        station.desk.watched = Watches.of(List.of(Watches.NO_PASSWORD));
        watching.look();
        assertThat(rest().done()).isEqualTo(Text.of("watch.looked"));
        assertThat(Objects.requireNonNull(rest().watched()).troubles())
                .containsExactly(Watches.NO_PASSWORD);
        assertThat(station.desk.watching).containsExactly(Wanted.LOOK);
    }

    @Test
    void a_letter_as_a_trial_is_written_or_it_is_said_why_not() {
        station.setConfig(
                station.running()
                        .orElseThrow()
                        .withNotifications(running().at("me@elsewhere.example")));
        watching.letter();
        assertThat(rest().done()).isEqualTo(Text.of("watch.trial.written", "me@elsewhere.example"));
        station.desk.notWatched = Watches.WRONG_ADDRESS.sentence();
        watching.letter();
        assertThat(rest().done()).isNull();
        assertThat(rest().refused())
                .containsExactly(Text.of("watch.trial.broken"), Watches.WRONG_ADDRESS.sentence());
        watching.edit(form -> form.withEvery("1d"));
        assertThat(watching.view().refused()).isEmpty();
    }
}
