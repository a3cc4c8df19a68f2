package org.mailstation.daemon.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.mailstation.config.Language;
import org.mailstation.control.WatchNote;
import org.mailstation.control.WatchNote.Letter;
import org.mailstation.finding.Health;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

/** What is noted, and who is told of it. */
class SelfWatchTest extends WatchBench {
    @Test
    void a_change_is_told_once_in_a_letter_and_kept() {
        see(BAD);
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().to()).isEqualTo("anna@a.example");
        assertThat(sent.getFirst().subject()).isEqualTo("mail.a.example: not in order (1)");
        assertThat(sent.getFirst().text()).contains(BAD.sentence().in(Locale.ENGLISH));
        twice();
        twice();
        assertThat(sent).hasSize(1);
        assertThat(notes()).hasSize(1);
        assertThat(notes().getFirst().begun())
                .singleElement()
                .satisfies(one -> assertThat(one.sentence()).isEqualTo(BAD.sentence()));
        assertThat(notes().getFirst().letter()).isEqualTo(Letter.WRITTEN);
        see(FINE);
        assertThat(sent).hasSize(2);
        assertThat(sent.getLast().subject()).contains("everything is in order again");
        assertThat(notes().getFirst().ended()).hasSize(1);
    }

    @Test
    void what_is_wrong_at_the_first_look_of_all_is_no_change() throws IOException {
        Files.delete(folder.resolve("watched.json"));
        now.set(0, BAD);
        watch.close();
        start();
        twice();
        twice();
        assertThat(sent).isEmpty();
        assertThat(watch.watched().troubles()).hasSize(1);
    }

    @Test
    void a_check_that_could_not_tell_changes_nothing() {
        see(seen("ddns.update").unknown(Severity.ERROR, Text.of("ddns.none")));
        assertThat(notes()).isEmpty();
        see(BAD);
        see(seen("ddns.update").unknown(Severity.ERROR, Text.of("ddns.none")));
        assertThat(notes()).hasSize(1);
        assertThat(watch.watched().troubles()).hasSize(1);
    }

    @Test
    void figures_that_change_in_a_sentence_are_no_change() {
        see(BAD);
        see(failed("ddns.update", "password.missing", "bert@a.example"));
        assertThat(sent).hasSize(1);
        see(failed("ddns.update", "relay.login", "x"));
        assertThat(sent).hasSize(2);
    }

    @Test
    void while_mail_is_what_is_broken_no_letter_is_written_and_afterwards_one_about_all() {
        see(FINE, RELAY);
        see(BAD, RELAY);
        assertThat(sent).isEmpty();
        assertThat(notes())
                .extracting(WatchNote::letter)
                .containsExactly(Letter.KEPT_BACK, Letter.KEPT_BACK);
        see(BAD);
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().text())
                .contains(
                        "From Nov 24, 2026, 10:01",
                        ": " + RELAY.sentence().in(Locale.ENGLISH),
                        "Not in order any more:",
                        BAD.sentence().in(Locale.ENGLISH));
        assertThat(notes()).extracting(WatchNote::letter).containsOnly(Letter.WRITTEN).hasSize(3);
    }

    @Test
    void a_letter_that_cannot_be_stored_is_tried_again() {
        diskFull = true;
        see(BAD);
        assertThat(notes().getFirst().letter()).isEqualTo(Letter.KEPT_BACK);
        diskFull = false;
        twice();
        assertThat(sent).hasSize(1);
        assertThat(notes().getFirst().letter()).isEqualTo(Letter.WRITTEN);
    }

    @Test
    void where_nobody_wants_letters_the_history_is_kept_all_the_same() {
        address = "";
        see(BAD);
        assertThat(sent).isEmpty();
        assertThat(notes().getFirst().letter()).isEqualTo(Letter.NOBODY);
        address = "bert@a.example";
        twice();
        assertThat(sent).isEmpty();
    }

    @Test
    void the_letter_is_in_the_language_of_its_reader() {
        language = Language.DE;
        see(BAD);
        assertThat(sent.getFirst().subject()).isEqualTo("mail.a.example: nicht in Ordnung (1)");
        assertThat(sent.getFirst().text()).contains("Was zu tun ist");
    }

    @Test
    void a_change_says_from_which_state_to_which_since_when_and_how_long_it_lasted() {
        see(BAD);
        assertThat(notes().getFirst().before()).isEqualTo(Health.FINE);
        assertThat(notes().getFirst().health()).isEqualTo(Health.BROKEN);
        Instant begun = Objects.requireNonNull(watch.watched().troubles().getFirst().since());
        assertThat(begun).as("the first look that saw it").isBefore(notes().getFirst().at());
        time.goOn(Duration.ofHours(4));
        see(FINE);
        assertThat(notes().getFirst().before()).isEqualTo(Health.BROKEN);
        assertThat(notes().getFirst().health()).isEqualTo(Health.FINE);
        assertThat(notes().getFirst().ended().getFirst().since()).isEqualTo(begun);
        assertThat(notes().getFirst().ended().getFirst().until())
                .isAfter(begun.plus(Duration.ofHours(4)));
    }
}
