package org.mailstation.daemon.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailstation.control.Trouble;
import org.mailstation.control.WatchNote;
import org.mailstation.control.WatchNote.Letter;
import org.mailstation.daemon.apply.HandTimer;
import org.mailstation.finding.Finding;
import org.mailstation.finding.Hop;
import org.mailstation.finding.Observation;
import org.mailstation.finding.Severity;
import org.mailstation.text.Text;

class SelfWatchTest {
    private static final Finding FINE = seen("ddns.update").pass(Text.of("ddns.none"));
    private static final Finding BAD = failed("ddns.update", "password.missing", "anna@a.example");
    private static final Finding RELAY = failed("relay.last", "relay.login", "relay.example");

    private record Sent(String to, String subject, String text) {}

    @TempDir Path folder;
    private final HandTimer time = new HandTimer();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Finding> now = new ArrayList<>(List.of(FINE));
    private final StandIn examining = new StandIn();
    private String address = "anna@a.example";
    private Locale language = Locale.ENGLISH;
    private boolean diskFull;
    private SelfWatch watch;
    private WholeLook whole;

    @BeforeEach
    void begin() {
        start();
        twice();
    }

    private void start() {
        whole = new WholeLook(examining, () -> now, time, time);
        whole.start();
        watch =
                new SelfWatch(
                        () -> now,
                        whole,
                        () -> new SelfWatch.Owner(address, "mail.a.example", language),
                        this::post,
                        folder.resolve("watched.json"),
                        time,
                        time);
        watch.start();
    }

    private void post(String to, String subject, String text) throws IOException {
        if (diskFull) {
            throw new IOException("no room");
        }
        sent.add(new Sent(to, subject, text));
    }

    private static Observation seen(String check) {
        return new Observation(check, Hop.DAEMON, List.of());
    }

    private static Finding failed(String check, String key, String argument) {
        return seen(check).fail(Severity.ERROR, Text.of(key, argument), null);
    }

    private void see(Finding... findings) {
        now.clear();
        now.addAll(List.of(findings));
        twice();
    }

    private void twice() {
        time.goOn(SelfWatch.PERIOD);
        time.goOn(SelfWatch.CONFIRM);
    }

    private List<WatchNote> notes() {
        return watch.watched().notes();
    }

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
                .containsExactly(new Trouble("ddns.update", BAD.sentence()));
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
    void what_comes_and_goes_within_seconds_is_nobodys_business() {
        now.set(0, BAD);
        time.goOn(SelfWatch.PERIOD);
        now.set(0, FINE);
        time.goOn(SelfWatch.CONFIRM);
        twice();
        assertThat(sent).isEmpty();
        assertThat(notes()).isEmpty();
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
                .contains(RELAY.sentence().in(Locale.ENGLISH), "What is wrong now:");
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
        language = Locale.GERMAN;
        see(BAD);
        assertThat(sent.getFirst().subject()).isEqualTo("mail.a.example: nicht in Ordnung (1)");
        assertThat(sent.getFirst().text()).contains("Was zu tun ist");
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
    void a_history_that_cannot_be_read_begins_anew() throws IOException {
        see(BAD);
        watch.close();
        Files.writeString(folder.resolve("watched.json"), "{oops");
        start();
        twice();
        assertThat(notes()).isEmpty();
        assertThat(sent).hasSize(1);
    }

    @Test
    void after_a_change_it_looks_at_once() {
        now.set(0, BAD);
        watch.wake();
        time.goOn(Duration.ZERO);
        time.goOn(SelfWatch.CONFIRM);
        assertThat(sent).hasSize(1);
    }

    @Test
    void what_only_others_can_tell_is_looked_at_too_and_shown() {
        Finding listed = failed("dns.mx", "password.missing", "x");
        examining.findings = List.of(FINE, listed);
        time.goOn(WholeLook.SOON);
        assertThat(whole.shown()).containsExactly(listed);
        twice();
        assertThat(sent).hasSize(1);
        assertThat(watch.watched().whole()).isNotNull();
        examining.findings = List.of(FINE);
        time.goOn(WholeLook.SOON);
        twice();
        assertThat(sent).hasSize(2);
        assertThat(whole.shown()).isEmpty();
        int looks = examining.looks;
        time.goOn(WholeLook.SOON);
        assertThat(examining.looks).isEqualTo(looks);
        time.goOn(WholeLook.PERIOD);
        assertThat(examining.looks).isEqualTo(looks + 1);
    }

    @Test
    void a_look_by_hand_counts_but_does_not_colour_the_status() throws InterruptedException {
        Finding listed = failed("dns.mx", "password.missing", "x");
        examining.findings = List.of(listed);
        whole.run(new org.mailstation.control.AskChecks(List.of()), _ -> {});
        assertThat(whole.shown()).isEmpty();
        twice();
        assertThat(sent).hasSize(1);
        whole.run(new org.mailstation.control.AskChecks(List.of("dns")), _ -> {});
        assertThat(whole.findings()).containsExactly(listed);
    }
}
