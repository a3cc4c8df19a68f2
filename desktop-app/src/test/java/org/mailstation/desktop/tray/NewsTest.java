package org.mailstation.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.Family;
import org.mailstation.desktop.fake.HandTimer;
import org.mailstation.desktop.fake.Here;
import org.mailstation.desktop.flow.Checkup;
import org.mailstation.desktop.flow.StatusWatch;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.way.Outlook;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;

/** What the sign shows, and what a person is told of. */
class NewsTest {
    private static final Words WORDS = new Words(Locale.ENGLISH, ZoneOffset.UTC);

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration RETRY = Duration.ofSeconds(15);

    private final HandTimer timer = new HandTimer();
    private final FakeStation station = new FakeStation();
    private final StatusWatch watch = new StatusWatch(station::talk, timer, timer);
    private final Here here = new Here();
    private final Outlook outlook =
            new Outlook(
                    watch,
                    new Checkup(
                            (_, _, _) -> {
                                throw new IllegalStateException("nobody asked");
                            },
                            here),
                    here);
    private final List<String> told = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final TraySign sign = new TraySign(new Port(), outlook, WORDS);

    @BeforeEach
    void watching() {
        station.setConfig(Family.config("example.org", "Alex"));
        News news =
                new News(
                        outlook,
                        (health, title, text) -> told.add(title + ": " + text),
                        WORDS,
                        here,
                        timer,
                        timer);
        assertThat(news).isNotNull();
        watch.start();
        timer.pass(Duration.ZERO);
    }

    private void closeSmtp() {
        station.findings = List.of(FakeStation.fail("SMTP", 25));
        timer.pass(PERIOD);
    }

    private void open() {
        station.findings = List.of(FakeStation.pass("SMTP", 25));
        timer.pass(PERIOD);
    }

    private void die() {
        station.dead = new StationFailure.ConnectionLost("nas");
        station.cut();
        timer.pass(Duration.ZERO);
    }

    @Test
    void what_is_so_from_the_beginning_is_shown_and_not_told() {
        assertThat(told).isEmpty();
        assertThat(shown).last().asString().startsWith("FINE: Mail is running");
    }

    @Test
    void a_change_is_told_once_with_its_reason_and_again_when_it_is_over() {
        closeSmtp();
        timer.pass(PERIOD.multipliedBy(3));
        assertThat(told).hasSize(1);
        assertThat(told.getFirst())
                .startsWith("Something is wrong with your mail: Letters from other servers");
        open();
        assertThat(told).hasSize(2);
        assertThat(told.getLast()).startsWith("Your mail is well again: Mail is running");
    }

    @Test
    void a_dead_nas_is_told_by_itself_and_never_called_fine_or_broken() {
        die();
        timer.pass(Duration.ofMinutes(5));
        assertThat(told).singleElement().asString().startsWith("The Disk Station does not answer");
        assertThat(shown)
                .last()
                .asString()
                .startsWith("UNKNOWN: The Disk Station has not answered");
    }

    @Test
    void many_changes_within_a_minute_are_told_as_the_last_of_them() {
        closeSmtp();
        die();
        station.dead = null;
        timer.pass(RETRY);
        assertThat(told).hasSize(1);
        timer.pass(News.BETWEEN);
        assertThat(told).as("it is as it was told").hasSize(1);
        die();
        timer.pass(News.BETWEEN.multipliedBy(2));
        assertThat(told).hasSize(2);
    }

    @Test
    void while_nobody_watches_the_sign_claims_nothing() {
        watch.pause();
        sign.paused(true);
        assertThat(shown).last().isEqualTo("UNKNOWN: Mail Station is not watching at the moment");
        sign.paused(false);
        assertThat(shown).last().asString().startsWith("FINE");
        sign.close();
        assertThat(shown).last().isEqualTo("gone");
    }

    private final class Port implements TrayPort {
        @Override
        public void show(Health health, String sentence) {
            shown.add(health + ": " + sentence);
        }

        @Override
        public void paused(boolean paused) {
            shown.add("paused " + paused);
        }

        @Override
        public void close() {
            shown.add("gone");
        }
    }
}
