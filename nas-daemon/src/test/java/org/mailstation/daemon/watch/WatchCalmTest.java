package org.mailstation.daemon.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mailstation.control.Trouble;
import org.mailstation.control.WatchNote;
import org.mailstation.control.WatchNote.Letter;
import org.mailstation.control.WatchRequest.Wanted;
import org.mailstation.finding.Finding;

/** What comes and goes makes no flood, and the history outlasts what may happen to it. */
class WatchCalmTest extends WatchBench {
    @Test
    void what_comes_and_goes_within_seconds_is_nobodys_business() {
        now.set(0, BAD);
        time.goOn(SelfWatch.PERIOD);
        now.set(0, FINE);
        time.goOn(Damper.CONFIRM);
        twice();
        assertThat(sent).isEmpty();
        assertThat(notes()).isEmpty();
    }

    @Test
    void a_restart_forgets_nothing_and_tells_nothing_twice() {
        see(BAD);
        watch.close();
        start();
        twice();
        twice();
        assertThat(sent).hasSize(1);
        assertThat(notes()).hasSize(1);
    }

    @Test
    void a_history_that_cannot_be_read_is_put_aside_and_told_and_a_new_one_begins()
            throws IOException {
        see(BAD);
        watch.close();
        Files.writeString(folder.resolve("watched.json"), "{oops");
        Files.writeString(folder.resolve("guard.json"), "of somebody else");
        start();
        twice();
        assertThat(notes()).isEmpty();
        assertThat(sent).hasSize(1);
        Path aside = folder.resolve("watched.json.damaged");
        assertThat(aside).hasContent("{oops");
        assertThat(folder.resolve("guard.json")).hasContent("of somebody else");
        assertThat(Objects.requireNonNull(watch.watched().lost()).in(Locale.ENGLISH))
                .contains("could not be read", aside.toString());
        see(FINE);
        assertThat(notes()).hasSize(1);
        Files.delete(aside);
        assertThat(watch.watched().lost()).isNull();
    }

    @Test
    void a_history_of_an_older_version_is_read() throws IOException {
        watch.close();
        Files.writeString(
                folder.resolve("watched.json"),
                """
                {"begun": true, "troubles": [{"check": "queue", "sentence": {"key": "queue.many", "args": ["200"]}}],
                 "notes": [{"at": "2026-05-01T10:00:00Z", "health": "attention", "letter": "written", "ended": [],
                   "begun": [{"check": "queue", "sentence": {"key": "queue.many", "args": ["200"]}}]}]}
                """);
        start();
        assertThat(notes()).hasSize(1);
        assertThat(watch.watched().lost()).isNull();
        twice();
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().text()).contains("Was not in order, and is again:");
    }

    @Test
    void what_is_broken_for_one_does_not_wait_for_what_flickers() {
        now.set(0, BAD);
        for (int second = 0; second < 90; second += 10) {
            now.set(0, BAD);
            if (second % 20 == 0) {
                now.add(failed("certificate", "relay.login", "x"));
            } else if (now.size() > 1) {
                now.remove(1);
            }
            time.goOn(second == 0 ? SelfWatch.PERIOD : Damper.CONFIRM);
        }
        assertThat(notes()).hasSize(1);
        assertThat(notes().getFirst().begun())
                .extracting(Trouble::check)
                .containsExactly("ddns.update");
    }

    @Test
    void a_day_of_coming_and_going_is_told_in_few_letters_and_one_trouble_that_lasts() {
        for (int minute = 0; minute < 24 * 60; minute += 4) {
            see(BAD);
            time.goOn(Duration.ofMinutes(2));
            see(FINE);
            time.goOn(Duration.ofMinutes(2));
        }
        assertThat(sent).as("twice down and up, then down").hasSize(5);
        assertThat(notes()).hasSize(5);
        assertThat(watch.watched().troubles()).hasSize(1);
        for (int minute = 0; minute < 61; minute++) {
            time.goOn(Duration.ofMinutes(1));
        }
        assertThat(watch.watched().troubles()).isEmpty();
        assertThat(sent).hasSize(6);
    }

    @Test
    void many_different_changes_come_in_few_letters_too() {
        for (int i = 0; i < 30; i++) {
            now.add(failed("certificate.x" + i, "relay.login", "x"));
            twice();
            time.goOn(Duration.ofMinutes(1));
        }
        assertThat(sent).hasSize(WatchBook.AN_HOUR);
        assertThat(notes().getFirst().letter()).isEqualTo(Letter.LATER);
        for (int minute = 0; minute < 60; minute++) {
            time.goOn(Duration.ofMinutes(1));
        }
        assertThat(sent).hasSize(WatchBook.AN_HOUR + 1);
        assertThat(notes()).extracting(WatchNote::letter).containsOnly(Letter.WRITTEN);
        assertThat(sent.getLast().text()).contains("and 6 more");
    }

    @Test
    void the_history_does_not_grow_for_ever() throws IOException {
        address = "";
        for (int i = 0; i < 3 * WatchBook.MOST; i++) {
            now.set(0, failed("certificate.x" + i, "relay.login", "x"));
            twice();
        }
        assertThat(notes()).hasSize(WatchBook.MOST);
        assertThat(Files.size(folder.resolve("watched.json"))).isLessThan(400_000);
    }

    @Test
    void what_only_others_can_tell_is_not_in_order_because_the_station_was_started_anew() {
        Finding listed = failed("dns.spf", "password.missing", "x");
        examining.findings = List.of(FINE, listed);
        have(Wanted.LOOK);
        assertThat(sent).hasSize(1);
        watch.close();
        whole.close();
        start();
        twice();
        twice();
        assertThat(watch.watched().troubles()).hasSize(1);
        assertThat(sent).hasSize(1);
        examining.findings = List.of(FINE);
        time.goOn(WholeLook.SOON);
        twice();
        assertThat(watch.watched().troubles()).isEmpty();
        assertThat(sent).hasSize(2);
    }
}
