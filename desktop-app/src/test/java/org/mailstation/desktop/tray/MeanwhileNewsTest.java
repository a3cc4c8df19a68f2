package org.mailstation.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.Trouble;
import org.mailstation.control.WatchNote;
import org.mailstation.desktop.fake.FakeStation;
import org.mailstation.desktop.fake.Family;
import org.mailstation.desktop.fake.HandTimer;
import org.mailstation.desktop.fake.Here;
import org.mailstation.desktop.fake.Watches;
import org.mailstation.desktop.flow.Meanwhile;
import org.mailstation.desktop.flow.StatusWatch;
import org.mailstation.desktop.keep.FileMarks;
import org.mailstation.desktop.remote.StationFailure;
import org.mailstation.desktop.words.Words;
import org.mailstation.finding.Health;
import org.mailstation.text.Text;

/** Somebody comes back to a computer that was off, or away. */
class MeanwhileNewsTest {
    private static final WatchNote DOWN =
            Watches.begun(Watches.WRONG_ADDRESS, WatchNote.Letter.KEPT_BACK);
    private static final WatchNote UP = Watches.ended(Watches.WRONG_ADDRESS, Watches.MORNING);

    @TempDir Path folder;
    private final HandTimer timer = new HandTimer();
    private final FakeStation station = new FakeStation();
    private final List<String> told = new ArrayList<>();
    private StatusWatch watch = new StatusWatch(station::talk, timer, timer);

    @BeforeEach
    void house() {
        station.setConfig(Family.config("example.org", "Alex"));
        timer.set(Instant.parse("2026-05-04T09:00:00Z"));
    }

    /** The program begins, with what it remembered. */
    private void begin() {
        begin(Locale.ENGLISH);
    }

    private void begin(Locale language) {
        Meanwhile meanwhile = begun();
        hear(meanwhile, language);
    }

    private Meanwhile begun() {
        watch.close();
        watch = new StatusWatch(station::talk, timer, timer);
        Meanwhile meanwhile = new Meanwhile(() -> "diskstation", new FileMarks(folder));
        watch.invite(meanwhile);
        watch.start();
        timer.pass(Duration.ZERO);
        return meanwhile;
    }

    private void hear(Meanwhile meanwhile, Locale language) {
        MeanwhileNews news =
                new MeanwhileNews(
                        meanwhile,
                        (health, title, text) -> told.add(health + " " + title + ": " + text),
                        new Words(language, ZoneOffset.UTC),
                        new Here(),
                        timer);
        assertThat(news).isNotNull();
    }

    @Test
    void what_happened_while_the_computer_was_off_is_told_once_from_when_to_when() {
        begin();
        station.desk.watched = Watches.of(List.of(), UP, DOWN);
        begin();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().replace('\u202f', ' '))
                .startsWith("FINE While you were away: Between 2:10 AM and 6:40 AM: ")
                .contains(Watches.WRONG_ADDRESS.sentence().in(Locale.ENGLISH))
                .endsWith("It is in order again.");
        begin();
        timer.pass(Duration.ofMinutes(10));
        assertThat(told).as("nothing is told twice").hasSize(1);
    }

    @Test
    void in_german_with_the_day_where_it_is_long_ago() {
        begin(Locale.GERMAN);
        timer.set(Watches.NIGHT.plus(Duration.ofDays(9)));
        station.desk.watched = Watches.of(List.of(), UP, DOWN);
        begin(Locale.GERMAN);
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith(
                        "FINE Während Sie weg waren: Zwischen 04.05.2026, 02:10 und 04.05.2026, 06:40: ")
                .endsWith("Das ist wieder in Ordnung.");
    }

    @Test
    void what_is_still_wrong_comes_first_with_its_gravity() {
        begin();
        Trouble other = Watches.NO_PASSWORD;
        station.desk.watched =
                Watches.of(
                        List.of(other), Watches.begun(other, WatchNote.Letter.WRITTEN), UP, DOWN);
        begin();
        assertThat(told.getFirst().replace('\u202f', ' '))
                .startsWith("ATTENTION While you were away: Since 6:40 AM: ")
                .contains("\nBetween 2:10 AM");
    }

    @Test
    void who_never_looked_before_is_told_nothing_of_old_times() {
        station.desk.watched = Watches.of(List.of(), UP, DOWN);
        begin();
        assertThat(told).isEmpty();
        begin();
        assertThat(told).isEmpty();
    }

    @Test
    void what_is_seen_as_it_happens_is_not_told_again_afterwards() {
        begin();
        station.desk.watched = Watches.of(List.of(Watches.WRONG_ADDRESS), DOWN);
        timer.pass(Duration.ofMinutes(2));
        assertThat(told).as("others tell of it").isEmpty();
        begin();
        assertThat(told).isEmpty();
        station.desk.watched = Watches.of(List.of(), UP, DOWN);
        begin();
        assertThat(told).hasSize(1);
    }

    @Test
    void a_station_that_was_silent_says_afterwards_what_happened_meanwhile() {
        begin();
        station.dead = new StationFailure.ConnectionLost("nas");
        station.cut();
        timer.pass(Duration.ofMinutes(5));
        station.desk.watched = Watches.of(List.of(), UP, DOWN);
        station.dead = null;
        timer.pass(Duration.ofMinutes(1));
        assertThat(told).hasSize(1);
        timer.pass(Duration.ofMinutes(5));
        assertThat(told).hasSize(1);
    }

    @Test
    void what_nobody_heard_yet_is_told_when_somebody_listens() {
        begin();
        station.desk.watched = Watches.of(List.of(), UP, DOWN);
        Meanwhile meanwhile = begun();
        assertThat(told).isEmpty();
        hear(meanwhile, Locale.ENGLISH);
        assertThat(told).hasSize(1);
    }

    @Test
    void of_much_the_first_is_told_and_where_the_rest_is() {
        begin();
        station.desk.watched =
                Watches.of(
                        List.of(),
                        IntStream.range(0, 9)
                                .mapToObj(
                                        i ->
                                                Watches.ended(
                                                        Trouble.begun(
                                                                "x" + i,
                                                                Text.of("relay.login", "x" + i),
                                                                Health.BROKEN,
                                                                Watches.NIGHT),
                                                        Watches.MORNING))
                                .toArray(WatchNote[]::new));
        begin();
        assertThat(told.getFirst().lines()).hasSize(MeanwhileNews.MOST + 1);
        assertThat(told.getFirst()).endsWith("5 more under Watch.");
    }

    @Test
    void a_memory_that_cannot_be_read_is_as_none_and_forgetting_removes_it() throws Exception {
        begin();
        Path file = folder.resolve("diskstation.seen");
        Files.writeString(file, "yesterday");
        station.desk.watched = Watches.of(List.of(), UP, DOWN);
        begin();
        assertThat(told).isEmpty();
        assertThat(file).hasContent(UP.at().toString());
        new FileMarks(folder).forget("diskstation");
        assertThat(file).doesNotExist();
    }
}
