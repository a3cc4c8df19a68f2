package org.mailstation.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.control.StationEvent;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.Family;
import org.mailstation.desktop.fake.HandTimer;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

class StatusWatchTest {

    private final FakeStation station = new FakeStation();
    private final HandTimer timer = new HandTimer();
    private final StatusWatch watch = new StatusWatch(station::talk, timer, timer);
    private final List<Sighting> looks = new ArrayList<>();

    @BeforeEach
    void watching() {
        station.setConfig(Family.config("example.org", "Alex"));
        watch.onLook(looks::add);
    }

    private void begin() {
        watch.start();
        timer.pass(Duration.ZERO);
    }

    private static String words(Sighting sighting) {
        return StatusSentence.of(sighting, new Words(Locale.ENGLISH, ZoneOffset.UTC));
    }

    @Test
    void it_looks_at_once_and_then_every_minute() {
        begin();
        timer.pass(Duration.ofMinutes(5));
        assertThat(looks).hasSize(6);
        assertThat(watch.latest().health()).isEqualTo(Health.FINE);
        assertThat(words(watch.latest())).isEqualTo("Mail is running at mail.example.org");
        assertThat(station.conversations).isEqualTo(1);
    }

    @Test
    void a_change_is_seen_when_it_happens_and_again_when_it_is_over() {
        begin();
        station.findings = List.of(FakeStation.fail("SMTP", 25));
        timer.pass(StatusWatch.PERIOD.multipliedBy(3));
        station.findings = List.of(FakeStation.pass("SMTP", 25));
        timer.pass(StatusWatch.PERIOD);

        assertThat(looks)
                .extracting(Sighting::health)
                .containsExactly(
                        Health.FINE, Health.BROKEN, Health.BROKEN, Health.BROKEN, Health.FINE);
        assertThat(words(looks.get(1)))
                .startsWith("Letters from other servers (SMTP): nobody listens at port 25");
    }

    @Test
    void an_event_brings_a_look_at_once_and_many_bring_one() {
        begin();
        for (int i = 0; i < 20; i++) {
            station.tell(
                    new StationEvent.LetterDelivered(
                            timer.instant(), "alex@example.org", "", "<1@x>"));
        }
        timer.pass(StatusWatch.GATHER);
        assertThat(looks).hasSize(2);
    }

    @Test
    void a_station_that_falls_silent_is_noticed_at_once_and_is_not_called_fine_or_broken() {
        begin();
        station.dead = new StationFailure.ConnectionLost("nas");
        station.cut();
        timer.pass(Duration.ZERO);

        assertThat(looks).hasSize(2);
        Sighting.Silent silent = (Sighting.Silent) watch.latest();
        assertThat(silent.health()).isEqualTo(Health.UNKNOWN);
        assertThat(silent.last()).isNotNull();
        assertThat(words(silent))
                .isEqualTo("The Disk Station has not answered since 12:00:00\u202fPM");
    }

    @Test
    void it_keeps_trying_remembers_since_when_and_sees_when_the_station_is_back() {
        begin();
        station.dead = new StationFailure.ConnectionLost("nas");
        station.cut();
        timer.pass(StatusWatch.RETRY.multipliedBy(4));
        Sighting.Silent silent = (Sighting.Silent) watch.latest();
        assertThat(Duration.between(silent.since(), silent.at()))
                .isEqualTo(StatusWatch.RETRY.multipliedBy(4));

        station.dead = null;
        timer.pass(StatusWatch.RETRY);
        assertThat(watch.latest().health()).isEqualTo(Health.FINE);
    }

    @Test
    void a_check_by_hand_does_not_wait() {
        begin();
        watch.checkNow();
        timer.pass(Duration.ZERO);
        assertThat(looks).hasSize(2);
    }

    @Test
    void after_a_pause_nothing_is_open_and_nothing_happens_until_it_starts_again() {
        begin();
        watch.pause();
        timer.pass(Duration.ofHours(1));
        watch.checkNow();
        assertThat(station.openConversations()).isZero();
        assertThat(timer.waiting()).isZero();
        assertThat(looks).hasSize(1);

        begin();
        assertThat(looks).hasSize(2);
    }

    @Test
    void a_station_without_settings_says_so() {
        StatusWatch bare = new StatusWatch(new FakeStation()::talk, timer, timer);
        bare.start();
        timer.pass(Duration.ZERO);
        assertThat(words(bare.latest()))
                .isEqualTo("The mail server is running but has no settings yet");
        assertThat(words(new Sighting.NotYet())).isEqualTo("Asking the Disk Station …");
    }
}
