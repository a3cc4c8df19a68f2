package org.mailstation.daemon.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.control.AskChecks;
import org.mailstation.control.WatchAnswer;
import org.mailstation.control.WatchRequest.Wanted;
import org.mailstation.finding.Finding;

/** What is looked at by itself, and what somebody has it do. */
class WatchWishTest extends WatchBench {
    @Test
    void after_a_change_it_looks_at_once() {
        now.set(0, BAD);
        watch.wake();
        time.goOn(Duration.ZERO);
        time.goOn(Damper.CONFIRM);
        assertThat(sent).hasSize(1);
    }

    @Test
    void what_only_others_can_tell_is_looked_at_too_and_shown() {
        Finding listed = failed("dns.spf", "password.missing", "x");
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
        time.goOn(USUAL);
        assertThat(examining.looks).isEqualTo(looks + 1);
    }

    @Test
    void a_look_by_hand_counts_but_does_not_colour_the_status() throws InterruptedException {
        Finding listed = failed("dns.spf", "password.missing", "x");
        examining.findings = List.of(listed);
        whole.run(new AskChecks(List.of()), _ -> {});
        assertThat(whole.shown()).isEmpty();
        twice();
        assertThat(sent).hasSize(1);
        whole.run(new AskChecks(List.of("dns")), _ -> {});
        assertThat(whole.findings()).containsExactly(listed);
    }

    @Test
    void who_does_not_want_to_be_watched_over_is_not() {
        on = false;
        watch.wake();
        time.goOn(Duration.ZERO);
        see(BAD);
        time.goOn(USUAL.multipliedBy(5));
        assertThat(notes()).isEmpty();
        assertThat(examining.looks).isZero();
        assertThat(watch.watched().next()).isNull();
        assertThat(watch.watched().on()).isFalse();
        on = true;
        watch.wake();
        time.goOn(Duration.ZERO);
        twice();
        assertThat(notes()).hasSize(1);
        assertThat(watch.watched().next()).isNotNull();
    }

    @Test
    void who_asks_it_to_look_gets_what_is_seen_now_and_the_sign_shows_it() {
        Finding listed = failed("dns.mx", "password.missing", "x");
        examining.findings = List.of(FINE, listed);
        WatchAnswer answer = have(Wanted.LOOK);
        assertThat(answer.done()).isTrue();
        assertThat(answer.watched().troubles()).hasSize(1);
        assertThat(answer.watched().whole()).isEqualTo(time.instant());
        assertThat(answer.watched().next()).isEqualTo(time.instant().plus(WholeLook.SOON));
        assertThat(whole.shown()).containsExactly(listed);
        assertThat(sent).as("others do not find the mail server").isEmpty();
        examining.findings = List.of(FINE);
        assertThat(have(Wanted.LOOK).watched().troubles()).isEmpty();
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().text()).contains("From Nov 24, 2026");
    }

    @Test
    void when_it_looked_last_is_known_after_a_restart() {
        have(Wanted.LOOK);
        Instant looked = time.instant();
        watch.close();
        time.goOn(Duration.ofMinutes(5));
        start();
        assertThat(watch.watched().whole()).isEqualTo(looked);
    }

    @Test
    void a_letter_as_a_trial_comes_at_once_or_it_is_said_why_not() {
        WatchAnswer written = have(Wanted.LETTER);
        assertThat(written.done()).isTrue();
        assertThat(sent.getFirst().subject()).isEqualTo("mail.a.example: a letter as a trial");
        now.add(RELAY);
        WatchAnswer kept = have(Wanted.LETTER);
        assertThat(kept.done()).isFalse();
        assertThat(kept.because()).isEqualTo(RELAY.sentence());
        now.remove(RELAY);
        diskFull = true;
        assertThat(have(Wanted.LETTER).said().key()).isEqualTo("watch.trial.failed");
        address = "";
        assertThat(have(Wanted.LETTER).said().key()).isEqualTo("watch.trial.nobody");
        assertThat(sent).hasSize(1);
    }
}
